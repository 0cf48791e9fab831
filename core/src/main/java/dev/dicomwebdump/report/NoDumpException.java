package dev.dicomwebdump.report;

/** A folder holds no dump, and no study of one. */
public final class NoDumpException extends Exception {

  private static final long serialVersionUID = 1L;

  NoDumpException(String message) {
    super(message);
  }
}
