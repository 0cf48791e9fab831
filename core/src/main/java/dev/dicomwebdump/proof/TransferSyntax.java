package dev.dicomwebdump.proof;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What transfer syntaxes mean to a proof: PS3.5 section 10 and annex A. */
final class TransferSyntax {

  private static final String IMPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2";
  private static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";
  private static final String ENCAPSULATED_UNCOMPRESSED = "1.2.840.10008.1.2.1.98";
  private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
  private static final String EXPLICIT_BIG_ENDIAN = "1.2.840.10008.1.2.2";
  private static final String GE_PRIVATE = "1.2.840.113619.5.2";

  /** Those in which a frame is its pixels, neither compressed nor coded. */
  private static final Set<String> NATIVE =
      Set.of(
          IMPLICIT_LITTLE_ENDIAN,
          EXPLICIT_LITTLE_ENDIAN,
          ENCAPSULATED_UNCOMPRESSED,
          DEFLATED,
          EXPLICIT_BIG_ENDIAN,
          GE_PRIVATE);

  /** Those in which all of a file that follows the file meta information is deflated. */
  private static final Set<String> DEFLATED_FILES =
      Set.of(DEFLATED, "1.2.840.10008.1.2.4.95", "1.2.840.10008.1.2.4.205");

  private TransferSyntax() {}

  /** Whether a frame is native; null, for nothing told, is not. */
  static boolean isNative(@Nullable String uid) {
    return uid != null && NATIVE.contains(uid);
  }

  static boolean isDeflated(String uid) {
    return DEFLATED_FILES.contains(uid);
  }

  static boolean isBigEndian(String uid) {
    return uid.equals(EXPLICIT_BIG_ENDIAN);
  }

  /** Whether elements have no VR. */
  static boolean isImplicit(String uid) {
    return uid.equals(IMPLICIT_LITTLE_ENDIAN) || uid.equals(GE_PRIVATE);
  }
}
