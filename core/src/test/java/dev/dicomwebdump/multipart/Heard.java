package dev.dicomwebdump.multipart;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Remembers the payloads of the parts that ended, and whether the calls came in order. */
final class Heard implements PartListener {

  private final List<String> payloads = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private List<PartHeader> headers = List.of();
  private long offset;
  private boolean inside;

  @Override
  public void begin(List<PartHeader> headers, long offset) {
    check(!inside);
    inside = true;
    this.headers = headers;
    this.offset = offset;
    open.reset();
  }

  @Override
  public void bytes(byte[] buffer, int from, int length) {
    check(inside && length > 0);
    open.write(buffer, from, length);
  }

  @Override
  public void end() {
    check(inside);
    inside = false;
    payloads.add(open.toString(StandardCharsets.ISO_8859_1));
    parts.add(new Part(headers, offset, open.size()));
  }

  List<String> payloads() {
    return List.copyOf(payloads);
  }

  List<Part> parts() {
    return List.copyOf(parts);
  }

  private static void check(boolean inOrder) {
    if (!inOrder) {
      throw new AssertionError("a call to the listener out of order");
    }
  }
}
