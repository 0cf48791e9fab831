package dev.dicomwebdump.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 that is fed while bytes pass. For one thread. */
public final class Digest {

  private final MessageDigest sha256;

  /** Begins one. */
  public Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** The digest of bytes that are there, in lower-case hexadecimal. */
  public static String of(byte[] bytes) {
    Digest digest = new Digest();
    digest.update(bytes, 0, bytes.length);
    return digest.hex();
  }

  /** Takes the next bytes in. */
  public void update(byte[] buffer, int offset, int length) {
    sha256.update(buffer, offset, length);
  }

  /** The digest in lower-case hexadecimal; it begins anew. */
  public String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
