package dev.dicomwebdump.archive;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** A digest that is fed while bytes pass. For one thread. */
public final class Digest {

  private static final int BUFFER = 1 << 16;

  private final DigestKind kind;
  private final Sum sum;
  private int ends;

  /** How one kind is made. */
  private interface Sum {
    void update(byte[] buffer, int offset, int length);

    /** The digest in lower-case hexadecimal; it begins anew. */
    String hex();
  }

  /** Begins one. */
  public Digest(DigestKind kind) {
    this.kind = kind;
    this.sum =
        switch (kind) {
          case SHA256 -> new Sha256();
          case CRC32C -> new Crc32c();
          case NONE -> new Nothing();
        };
  }

  /** The SHA-256 of bytes that are there, in lower-case hexadecimal. */
  public static String of(byte[] bytes) {
    Digest digest = new Digest(DigestKind.SHA256);
    digest.update(bytes, 0, bytes.length);
    return digest.end().hex();
  }

  /**
   * The digest of all that a stream gives, which is not read where there is none; not closed.
   *
   * @throws IOException when it cannot be read
   */
  static ContentDigest of(DigestKind kind, InputStream in) throws IOException {
    Digest digest = new Digest(kind);
    if (kind != DigestKind.NONE) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return digest.end();
  }

  /** Takes the next bytes in. */
  public void update(byte[] buffer, int offset, int length) {
    sum.update(buffer, offset, length);
  }

  /** The digest; it begins anew. */
  public ContentDigest end() {
    ends++;
    return new ContentDigest(kind, sum.hex());
  }

  /** How often it ended. */
  int ends() {
    return ends;
  }

  private static final class Sha256 implements Sum {

    private final MessageDigest sha256;

    Sha256() {
      try {
        sha256 = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java runtime has SHA-256", e);
      }
    }

    @Override
    public void update(byte[] buffer, int offset, int length) {
      sha256.update(buffer, offset, length);
    }

    @Override
    public String hex() {
      return HexFormat.of().formatHex(sha256.digest());
    }
  }

  private static final class Crc32c implements Sum {

    private final Checksum crc = new CRC32C();

    @Override
    public void update(byte[] buffer, int offset, int length) {
      crc.update(buffer, offset, length);
    }

    @Override
    public String hex() {
      String hex = HexFormat.of().toHexDigits((int) crc.getValue());
      crc.reset();
      return hex;
    }
  }

  private static final class Nothing implements Sum {

    @Override
    public void update(byte[] buffer, int offset, int length) {}

    @Override
    public String hex() {
      return "";
    }
  }
}
