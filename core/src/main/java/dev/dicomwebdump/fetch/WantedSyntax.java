package dev.dicomwebdump.fetch;

import dev.dicomwebdump.resource.Uid;
import org.jspecify.annotations.Nullable;

/**
 * The transfer syntax that frames and DICOM files are asked for in: PS3.18 section 8.7.3.
 * Immutable.
 *
 * @param text {@code *}, {@code default} or a UID
 */
public record WantedSyntax(String text) {

  /** As the server holds them; where it refuses that, as it likes. */
  public static final WantedSyntax AS_STORED = new WantedSyntax("*");

  /** None is named: what the server gives by default, by the standard Explicit VR Little Endian. */
  public static final WantedSyntax SERVERS_DEFAULT = new WantedSyntax("default");

  /**
   * @throws IllegalArgumentException when it is none; the message says what there is
   */
  public WantedSyntax {
    if (!text.equals("*") && !text.equals("default") && !isUid(text)) {
      throw new IllegalArgumentException(
          "a transfer syntax is a UID such as 1.2.840.10008.1.2.1, * (as stored) or default");
    }
  }

  /** Whether the header must name that very transfer syntax. */
  boolean isOne() {
    return !equals(AS_STORED) && !equals(SERVERS_DEFAULT);
  }

  private static boolean isUid(String text) {
    Uid uid = Uid.orNull(text);
    return uid != null && uid.isConformant();
  }

  @Override
  public String toString() {
    return text;
  }

  // By hand, like hashCode: Java makes those of a record anew in each run.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WantedSyntax syntax && text.equals(syntax.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
