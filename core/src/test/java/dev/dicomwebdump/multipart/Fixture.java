package dev.dicomwebdump.multipart;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body and what it must be read as.
 *
 * @param boundary the boundary that the scanner is given
 * @param body one Latin-1 character a byte
 * @param heard how many of the payloads the listener hears to their end
 */
record Fixture(
    String name,
    @Nullable String boundary,
    String body,
    boolean closed,
    @Nullable Fault fault,
    Set<Deviation> deviations,
    List<String> payloads,
    int heard) {

  /** A closed body without fault and deviation. */
  static Fixture of(String name, @Nullable String boundary, String body, String... payloads) {
    Set<Deviation> none = EnumSet.noneOf(Deviation.class);
    return new Fixture(name, boundary, body, true, null, none, List.of(payloads), payloads.length);
  }

  Fixture with(Deviation... expected) {
    return new Fixture(name, boundary, body, closed, fault, Set.of(expected), payloads, heard);
  }

  Fixture open(Fault expected) {
    return new Fixture(name, boundary, body, false, expected, deviations, payloads, heard);
  }

  Fixture lengthDiffers() {
    return new Fixture(
        name, boundary, body, closed, Fault.LENGTH_DIFFERS, deviations, payloads, heard);
  }

  Fixture heardOnly(int count) {
    return new Fixture(name, boundary, body, closed, fault, deviations, payloads, count);
  }

  @Override
  public String toString() {
    return name;
  }
}
