package dev.dicomwebdump.cli;

import java.io.IOException;

/** Nothing can listen at the address and port that an option names. */
final class PortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param option the option with its value
   * @param cause what the system says of it
   */
  PortTakenException(String option, IOException cause) {
    super(option + ": " + cause.getMessage() + "; 0 takes a port that is free", cause);
  }
}
