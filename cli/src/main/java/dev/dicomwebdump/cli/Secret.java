package dev.dicomwebdump.cli;

/**
 * A value that is never shown.
 *
 * @param value the value
 */
record Secret(String value) {

  @Override
  public String toString() {
    return "REDACTED";
  }
}
