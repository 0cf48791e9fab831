package dev.dicomwebdump.dump;

/** The searches found no study, so that there is nothing to dump; the message says why. */
public final class NothingFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NothingFoundException(String message) {
    super(message);
  }
}
