package dev.dicomwebdump.dump;

/** A list of failures cannot be asked for: it is no such list, or does not fit the folder. */
public final class BadListException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadListException(String message) {
    super(message);
  }

  BadListException(String message, Throwable cause) {
    super(message, cause);
  }
}
