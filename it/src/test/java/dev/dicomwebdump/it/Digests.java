package dev.dicomwebdump.it;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests in hexadecimal. */
final class Digests {
  private Digests() {}

  static String sha256(byte[] bytes) {
    return digest("SHA-256", bytes);
  }

  static String sha1(byte[] bytes) {
    return digest("SHA-1", bytes);
  }

  private static String digest(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
