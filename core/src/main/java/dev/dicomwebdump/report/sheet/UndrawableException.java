package dev.dicomwebdump.report.sheet;

/** A picture cannot be drawn, which is no error. */
final class UndrawableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  UndrawableException(String reason) {
    super(reason);
    this.reason = reason;
  }

  UndrawableException(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /** Why, in the words of the sheet. */
  String reason() {
    return reason;
  }
}
