package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.ContentDigest;
import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.DigestKind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that counts and digests what is read from it. For one thread. */
final class DigestedInput extends InputStream {

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final Digest digest;
  private long bytes;

  /**
   * @param in closed with this stream
   */
  DigestedInput(InputStream in, DigestKind kind) {
    digest = new Digest(kind);
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    if (read > 0) {
      digest.update(buffer, offset, read);
      bytes += read;
    }
    return read;
  }

  /** The same stream for a reader that closes what it read; this stays open. */
  InputStream unclosed() {
    return new FilterInputStream(this) {
      @Override
      public void close() {}
    };
  }

  /** Reads what is left. */
  void drain() throws IOException {
    byte[] buffer = new byte[BUFFER];
    while (read(buffer, 0, BUFFER) >= 0) {
      // The digest takes it.
    }
  }

  /** How many bytes were read. */
  long bytes() {
    return bytes;
  }

  /** The digest of what was read; nothing may be read after. */
  ContentDigest digest() {
    return digest.end();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
