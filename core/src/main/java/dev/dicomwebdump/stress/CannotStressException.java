package dev.dicomwebdump.stress;

/** A run cannot begin: there is nothing to ask for, or nobody who answers. */
public final class CannotStressException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean refused;

  /**
   * @param message one line for a person
   * @param refused whether the server wants other credentials
   */
  CannotStressException(String message, boolean refused) {
    super(message);
    this.refused = refused;
  }

  /** Whether the server wants other credentials. */
  public boolean isRefusal() {
    return refused;
  }
}
