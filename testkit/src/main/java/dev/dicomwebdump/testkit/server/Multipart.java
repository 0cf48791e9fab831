package dev.dicomwebdump.testkit.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code multipart/related} (RFC 2387) of one part or more. */
record Multipart(String type, List<Part> parts) implements Body {
  static final String BOUNDARY = "fake-dicomweb-boundary-7d1c2f4e";

  /** The Content-Type of the whole. */
  String contentType() {
    return "multipart/related; type=\"" + type + "\"; boundary=" + BOUNDARY;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    for (Part part : parts) {
      text(out, "--" + BOUNDARY + "\r\nContent-Type: " + part.contentType());
      text(out, "\r\nContent-Length: " + part.body().length() + "\r\n\r\n");
      part.body().writeTo(out);
      text(out, "\r\n");
    }
    text(out, "--" + BOUNDARY + "--\r\n");
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
