package dev.dicomwebdump.report.sheet;

/** A picture cannot be drawn. That is no error: the message is why, in the words of the sheet. */
final class UndrawableException extends Exception {

  private static final long serialVersionUID = 1L;

  UndrawableException(String reason) {
    super(reason);
  }

  UndrawableException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
