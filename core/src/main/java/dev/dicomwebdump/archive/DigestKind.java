package dev.dicomwebdump.archive;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What proves that a file of a dump has not changed, beside its length: the strongest first. */
public enum DigestKind {
  /** SHA-256 (FIPS 180-4): finds every change, and {@code sha256sum} can check it. */
  SHA256("SHA-256", 64, null),
  /** CRC-32C (RFC 3720 appendix B.4): costs next to nothing, and finds what changed by chance. */
  CRC32C(
      "CRC-32C",
      8,
      "CRC-32C in place of SHA-256, and no SHA256SUMS: what changed by chance shows,"
          + " what was changed to fit does not"),
  /** Nothing but the length. */
  NONE(
      "no digest",
      0,
      "no digests, and no SHA256SUMS: lengths, multipart structure, JSON and DICOM headers are"
          + " proven, and not that each byte is as it came");

  private final String title;
  private final int hexDigits;
  private final @Nullable String remains;

  DigestKind(String title, int hexDigits, @Nullable String remains) {
    this.title = title;
    this.hexDigits = hexDigits;
    this.remains = remains;
  }

  /** The name in documents. */
  public String published() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name for a person. */
  public String title() {
    return title;
  }

  /** Which proof remains, in a line for a person; null where none is given up. */
  public @Nullable String remains() {
    return remains == null ? null : "digest " + published() + ": " + remains;
  }

  int hexDigits() {
    return hexDigits;
  }
}
