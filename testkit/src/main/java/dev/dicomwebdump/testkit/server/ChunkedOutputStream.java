package dev.dicomwebdump.testkit.server;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Makes a chunk of each write (RFC 9112 section 7.1). */
final class ChunkedOutputStream extends FilterOutputStream {

  ChunkedOutputStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] b, int off, int len) throws IOException {
    // An empty chunk would end the body.
    if (len > 0) {
      text(Integer.toHexString(len) + "\r\n");
      out.write(b, off, len);
      text("\r\n");
    }
  }

  void finish() throws IOException {
    text("0\r\n\r\n");
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
