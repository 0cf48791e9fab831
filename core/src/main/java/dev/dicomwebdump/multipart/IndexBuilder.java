package dev.dicomwebdump.multipart;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what a reading finds. */
final class IndexBuilder {

  private final List<Part> parts = new ArrayList<>();
  private final Set<Deviation> deviations = EnumSet.noneOf(Deviation.class);
  private String boundary = "";
  private boolean closed;
  private boolean lengthDiffers;
  private @Nullable Fault fault;
  private long headerBytes;

  void boundary(byte[] bytes) {
    boundary = new String(bytes, StandardCharsets.ISO_8859_1);
  }

  int parts() {
    return parts.size();
  }

  /** How long the headers of all parts are, in characters. */
  long headerBytes() {
    return headerBytes;
  }

  void add(Part part) {
    for (PartHeader header : part.headers()) {
      headerBytes += header.name().length() + header.value().length();
    }
    parts.add(parts.isEmpty() ? part : sharing(part, parts.get(parts.size() - 1)));
  }

  /** Parts mostly have the headers of the one before: so many parts take little memory. */
  private static Part sharing(Part part, Part before) {
    List<PartHeader> known = before.headers();
    List<PartHeader> headers = new ArrayList<>(part.headers());
    headers.replaceAll(
        header -> known.contains(header) ? known.get(known.indexOf(header)) : header);
    return new Part(headers.equals(known) ? known : headers, part.offset(), part.length());
  }

  void note(Deviation deviation) {
    deviations.add(deviation);
  }

  void close() {
    closed = true;
  }

  void lengthDiffers() {
    lengthDiffers = true;
  }

  void fail(Fault found) {
    fault = found;
  }

  /** What another reading found in the rest of the same body stands. */
  void append(IndexBuilder rest) {
    parts.addAll(rest.parts);
    deviations.addAll(rest.deviations);
    closed = rest.closed;
    fault = rest.fault;
  }

  MultipartIndex build() {
    Fault worst = fault == null && lengthDiffers ? Fault.LENGTH_DIFFERS : fault;
    return new MultipartIndex(boundary, closed, parts, deviations, worst);
  }
}
