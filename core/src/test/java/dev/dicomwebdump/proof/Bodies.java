package dev.dicomwebdump.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bodies of responses. */
final class Bodies {

  static final String BOUNDARY = "b-0";

  private Bodies() {}

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A part without the delimiter before it. */
  static byte[] part(String contentType, byte[] payload) {
    return joined(ascii("Content-Type: " + contentType + "\r\n\r\n"), payload);
  }

  static byte[] multipart(byte[]... parts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      body.writeBytes(joined(ascii("--" + BOUNDARY + "\r\n"), part, ascii("\r\n")));
    }
    body.writeBytes(ascii("--" + BOUNDARY + "--\r\n"));
    return body.toByteArray();
  }

  static byte[] cut(byte[] body, int lessBytes) {
    return Arrays.copyOf(body, body.length - lessBytes);
  }

  private static byte[] joined(byte[]... pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }
}
