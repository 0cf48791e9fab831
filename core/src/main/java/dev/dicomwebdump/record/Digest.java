package dev.dicomwebdump.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 that is fed while bytes pass. */
final class Digest {

  private final MessageDigest sha256;

  Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  static String of(byte[] bytes) {
    Digest digest = new Digest();
    digest.update(bytes, 0, bytes.length);
    return digest.hex();
  }

  void update(byte[] buffer, int offset, int length) {
    sha256.update(buffer, offset, length);
  }

  /** The digest in hexadecimal digits; the digest begins anew. */
  String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
