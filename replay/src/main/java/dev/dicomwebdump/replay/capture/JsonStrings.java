package dev.dicomwebdump.replay.capture;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Strings as JSON has them. */
final class JsonStrings {

  private JsonStrings() {}

  /** A text as a JSON string, with its quotes. */
  static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
