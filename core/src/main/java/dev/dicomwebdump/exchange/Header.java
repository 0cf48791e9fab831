package dev.dicomwebdump.exchange;

import java.util.regex.Pattern;

/**
 * One header field as it was sent: RFC 9110 section 5.
 *
 * @param name the name, in the case in which it was sent
 * @param value the value, without the blanks around it
 */
public record Header(String name, String value) {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern VALUE = Pattern.compile("[\t -~]*");

  /**
   * A field that HTTP can carry, of ASCII alone; blanks around the value are left out.
   *
   * @throws IllegalArgumentException when it is none; the message never shows the value, nor a name
   *     that is none
   */
  public static Header sendable(String name, String value) {
    if (!TOKEN.matcher(name).matches()) {
      throw new IllegalArgumentException("a header's name has characters that it must not have");
    }
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "the value of the header " + name + " has characters that no header can hold");
    }
    return new Header(name, value.strip());
  }

  /** Whether this field has that name; names ignore case. */
  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }
}
