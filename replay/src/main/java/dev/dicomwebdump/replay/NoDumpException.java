package dev.dicomwebdump.replay;

/** A folder holds no dump. */
public final class NoDumpException extends Exception {

  private static final long serialVersionUID = 1L;

  NoDumpException(String message) {
    super(message);
  }
}
