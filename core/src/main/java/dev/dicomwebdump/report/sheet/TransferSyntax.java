package dev.dicomwebdump.report.sheet;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Transfer syntaxes by their names: PS3.6 annex A. */
final class TransferSyntax {

  /** Longer than a UID may be; what is longer is none. */
  private static final int LONGEST = 64;

  private static final Set<String> NATIVE =
      Set.of(
          "1.2.840.10008.1.2",
          "1.2.840.10008.1.2.1",
          "1.2.840.10008.1.2.1.98",
          "1.2.840.10008.1.2.1.99");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("1.2.840.10008.1.2.2", "Explicit VR Big Endian"),
          Map.entry("1.2.840.10008.1.2.4.50", "JPEG Baseline"),
          Map.entry("1.2.840.10008.1.2.4.51", "JPEG Extended"),
          Map.entry("1.2.840.10008.1.2.4.57", "JPEG Lossless"),
          Map.entry("1.2.840.10008.1.2.4.70", "JPEG Lossless"),
          Map.entry("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless"),
          Map.entry("1.2.840.10008.1.2.4.81", "JPEG-LS Near-Lossless"),
          Map.entry("1.2.840.10008.1.2.4.90", "JPEG 2000 Lossless"),
          Map.entry("1.2.840.10008.1.2.4.91", "JPEG 2000"),
          Map.entry("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 Lossless"),
          Map.entry("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 RPCL Lossless"),
          Map.entry("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000"),
          Map.entry("1.2.840.10008.1.2.5", "RLE Lossless"));

  private TransferSyntax() {}

  /** Whether frames may be native, little endian: it says so, or nothing is told. */
  static boolean mayBeNative(@Nullable String uid) {
    return uid == null || NATIVE.contains(uid);
  }

  /** Its name and UID; text of a server's in place of a UID is cut. */
  static String described(String uid) {
    String shown = uid.length() > LONGEST ? uid.substring(0, LONGEST) + "…" : uid;
    String name = NAMES.get(uid);
    return name == null ? "transfer syntax " + shown : name + " (" + shown + ")";
  }
}
