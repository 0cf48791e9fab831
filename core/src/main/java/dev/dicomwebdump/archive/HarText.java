package dev.dicomwebdump.archive;

import org.jspecify.annotations.Nullable;

/** What an entry of HAR 1.2 tells of the content itself: members of {@code content}. */
@FunctionalInterface
interface HarText {

  /** Nothing. */
  HarText NONE = json -> {};

  /** Writes members into the object that was begun. */
  void writeTo(JsonWriter json);

  /** A text that is at hand; null is nothing. */
  static HarText of(@Nullable String text) {
    return text == null ? NONE : json -> json.string("text", text);
  }
}
