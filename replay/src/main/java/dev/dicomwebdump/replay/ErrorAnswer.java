package dev.dicomwebdump.replay;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.replay.capture.Answer;
import dev.dicomwebdump.replay.capture.Content;
import java.io.IOException;
import java.util.List;

/** What the server says for itself, as JSON. */
final class ErrorAnswer {

  private ErrorAnswer() {}

  /**
   * An error.
   *
   * @param why one line; what JSON would have to escape is replaced
   */
  static Answer of(int status, String why) {
    String text = why.replaceAll("[\"\\\\\\p{Cntrl}]", "?");
    return Answer.said(
        status,
        List.of(new Header("Content-Type", "application/json")),
        Content.of("{\"error\":\"" + text + "\"}\n"));
  }

  /** A file of the dump is not there, or not what it should be. */
  static Answer unreadable(IOException e) {
    return of(500, "the dump cannot be read: " + e.getMessage());
  }
}
