package dev.dicomwebdump.resource;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an attribute lies in a data set: its tag, or the tags of the sequences around it, each with
 * the number of the item, from 1: {@code 00480105.1.00282000}. Tags are eight upper-case
 * hexadecimal digits (PS3.18 Annex F). Safe as a name. Immutable.
 *
 * @param value tags and numbers, with dots between them
 */
public record AttributePath(String value) {

  /**
   * Float Pixel Data, Double Float Pixel Data and Pixel Data: PS3.3 section C.7.6.24, .25 and .3.
   */
  private static final Set<String> PIXEL_DATA = Set.of("7FE00008", "7FE00009", "7FE00010");

  private static final int MOST_CHARACTERS = 200;
  private static final Pattern FORM =
      Pattern.compile("([0-9A-F]{8}\\.[1-9][0-9]{0,8}\\.)*[0-9A-F]{8}");

  /**
   * @throws IllegalArgumentException when it is none, or too long for a name
   */
  public AttributePath {
    if (!isGood(value)) {
      throw new IllegalArgumentException("not an attribute's path, or too long for a name");
    }
  }

  /** The path, or null when it is none, or too long for a name. */
  public static @Nullable AttributePath orNull(String value) {
    return isGood(value) ? new AttributePath(value) : null;
  }

  /** Whether the attribute is pixel data: of the instance itself, or of an icon in it. */
  public boolean isPixelData() {
    return PIXEL_DATA.contains(value.substring(value.length() - 8));
  }

  private static boolean isGood(String value) {
    return value.length() <= MOST_CHARACTERS && FORM.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
