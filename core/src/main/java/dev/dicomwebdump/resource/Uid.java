package dev.dicomwebdump.resource;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A UID that is safe as the name of a file and as a segment of a URL: 1 to 64 characters of
 * letters, digits, {@code .}, {@code -} and {@code _} that begin with a letter or digit and do not
 * end with a dot.
 *
 * <p>DICOM PS3.5 section 9.1 allows digits and dots only; real archives hold others, see {@link
 * #isConformant()}. Immutable.
 *
 * @param value the UID as the server or user wrote it
 */
public record Uid(String value) implements Comparable<Uid> {

  /** The regular expression of what is safe as a name. */
  public static final String PATTERN = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?";

  private static final int LONGEST = 64;

  /**
   * @throws IllegalArgumentException when the value cannot be a name; the message says why
   */
  public Uid {
    if (!isSafe(value)) {
      throw new IllegalArgumentException(
          "not a UID: \""
              + printable(value)
              + "\" (1 to 64 letters, digits, '.', '-', '_'; begins with a letter or digit; no dot at"
              + " the end)");
    }
  }

  /** The UID, or null when the value is null or cannot be a name. */
  public static @Nullable Uid orNull(@Nullable String value) {
    return value != null && isSafe(value) ? new Uid(value) : null;
  }

  /** The same as {@link #PATTERN}, without its cost: a large study has many UIDs to look at. */
  private static boolean isSafe(String value) {
    int length = value.length();
    if (length == 0 || length > LONGEST || !isLetterOrDigit(value.charAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char character = value.charAt(i);
      boolean inner = character == '.' && i < length - 1;
      if (!inner && character != '-' && character != '_' && !isLetterOrDigit(character)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char character) {
    return (character >= '0' && character <= '9')
        || (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z');
  }

  /** Whether the UID has the form of PS3.5 section 9.1: numbers without leading zeros, and dots. */
  public boolean isConformant() {
    boolean begins = true;
    boolean zero = false;
    for (byte character : value.getBytes(StandardCharsets.ISO_8859_1)) {
      boolean digit = character >= '0' && character <= '9';
      if ((zero && digit) || (!digit && (begins || character != '.'))) {
        return false;
      }
      zero = begins && character == '0';
      begins = !digit;
    }
    return !begins;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Uid uid && value.equals(uid.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(Uid other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static String printable(String value) {
    String shown = value.length() > 80 ? value.substring(0, 80) + "…" : value;
    return shown.replaceAll("\\p{Cntrl}", "?");
  }
}
