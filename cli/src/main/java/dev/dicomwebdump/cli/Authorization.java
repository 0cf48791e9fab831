package dev.dicomwebdump.cli;

/**
 * The value of an Authorization header, which is never shown.
 *
 * @param value the value
 */
record Authorization(String value) {

  @Override
  public String toString() {
    return "REDACTED";
  }
}
