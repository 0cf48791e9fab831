package dev.dicomwebdump.resource;

import java.util.regex.Pattern;

/**
 * Where an attribute lies in a data set: its tag, or the tags of the sequences around it, each with
 * the number of the item, from 1: {@code 00480105.1.00282000}. Tags are eight upper-case
 * hexadecimal digits (PS3.18 Annex F). Safe as a name. Immutable.
 *
 * @param value tags and numbers, with dots between them
 */
public record AttributePath(String value) {

  private static final int MOST_CHARACTERS = 200;
  private static final Pattern FORM =
      Pattern.compile("([0-9A-F]{8}\\.[1-9][0-9]{0,8}\\.)*[0-9A-F]{8}");

  /**
   * @throws IllegalArgumentException when it is none, or too long for a name
   */
  public AttributePath {
    if (value.length() > MOST_CHARACTERS || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an attribute's path, or too long for a name");
    }
  }

  /** The tag of the attribute itself. */
  public String tag() {
    return value.substring(value.length() - 8);
  }

  @Override
  public String toString() {
    return value;
  }
}
