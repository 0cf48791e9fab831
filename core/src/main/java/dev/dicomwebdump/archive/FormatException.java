package dev.dicomwebdump.archive;

import java.io.IOException;

/** A file of a dump is not what it should be; the message is one line that says why. */
public final class FormatException extends IOException {

  private static final long serialVersionUID = 1L;

  FormatException(String message) {
    super(message);
  }

  FormatException(String message, Exception cause) {
    super(message, cause);
  }
}
