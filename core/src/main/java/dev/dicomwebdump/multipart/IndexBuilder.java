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

  void boundary(byte[] bytes) {
    boundary = new String(bytes, StandardCharsets.ISO_8859_1);
  }

  int parts() {
    return parts.size();
  }

  void add(Part part) {
    parts.add(part);
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
