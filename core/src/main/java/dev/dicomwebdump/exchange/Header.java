package dev.dicomwebdump.exchange;

/**
 * One header field as it was sent: RFC 9110 section 5.
 *
 * @param name the name, in the case in which it was sent
 * @param value the value, without the blanks around it
 */
public record Header(String name, String value) {

  /** Whether this field has that name; names ignore case. */
  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }
}
