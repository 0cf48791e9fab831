package dev.dicomwebdump.testkit.server;

/** One header line. */
public record Header(String name, String value) {

  /** Whether it has that name; the case of names does not matter. */
  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }
}
