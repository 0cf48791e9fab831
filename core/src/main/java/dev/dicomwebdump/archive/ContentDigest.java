package dev.dicomwebdump.archive;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The digest of a file's bytes. Immutable.
 *
 * @param kind of which kind it is
 * @param hex in lower-case hexadecimal; empty for {@link DigestKind#NONE}
 */
public record ContentDigest(DigestKind kind, String hex) {

  /** That there is none. */
  public static final ContentDigest NONE = new ContentDigest(DigestKind.NONE, "");

  private static final Pattern HEX = Pattern.compile("[0-9a-f]*");
  private static final String CRC32C = DigestKind.CRC32C.published() + ":";

  /**
   * @throws IllegalArgumentException when the digits are not as many as the kind has
   */
  public ContentDigest {
    if (hex.length() != kind.hexDigits()) {
      throw new IllegalArgumentException(hex + " is no " + kind.published());
    }
  }

  /** A SHA-256. */
  public static ContentDigest sha256(String hex) {
    return new ContentDigest(DigestKind.SHA256, hex);
  }

  /** The SHA-256 that the member {@code sha256} of a record holds; null when it is of another. */
  @Nullable String sha256OrNull() {
    return kind == DigestKind.SHA256 ? hex : null;
  }

  /** What the member {@code digest} of a record holds of one that is no SHA-256. */
  String published() {
    return kind == DigestKind.CRC32C ? CRC32C + hex : kind.published();
  }

  /** Reads what {@link #published} writes; null when it is not of its form. */
  static @Nullable ContentDigest parse(String published) {
    if (published.equals(NONE.published())) {
      return NONE;
    }
    String hex = published.startsWith(CRC32C) ? published.substring(CRC32C.length()) : "";
    return hex.length() == DigestKind.CRC32C.hexDigits() && HEX.matcher(hex).matches()
        ? new ContentDigest(DigestKind.CRC32C, hex)
        : null;
  }
}
