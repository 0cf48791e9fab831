package dev.dicomwebdump.multipart;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a multipart body holds. Immutable.
 *
 * @param boundary the boundary, without the hyphens before it; empty when none was given or found
 * @param closed whether the closing delimiter came
 * @param parts the whole parts, in order; one that broke off is not among them
 * @param deviations what was odd, but accepted
 * @param fault why the body is not a whole and sound multipart body, or null when it is
 */
public record MultipartIndex(
    String boundary,
    boolean closed,
    List<Part> parts,
    Set<Deviation> deviations,
    @Nullable Fault fault) {

  public MultipartIndex {
    parts = List.copyOf(parts);
    EnumSet<Deviation> ordered = EnumSet.noneOf(Deviation.class);
    ordered.addAll(deviations);
    deviations = Collections.unmodifiableSet(ordered);
  }
}
