package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.multipart.MultipartIndex;
import dev.dicomwebdump.resource.InstanceUids;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a response turned out to be.
 *
 * @param problem why it is not what was asked for, or not whole; null when it is
 * @param notes deviations that were accepted, each a line
 * @param multipart where its parts lie; null when it is no multipart
 * @param told the transfer syntaxes that it tells
 * @param contentBytes its length after content decoding
 * @param instances where the instances of a series or study were asked for: which came, in the
 *     order of the parts, null for one whose UID cannot be a name; else empty, and so with a
 *     problem
 */
public record Verdict(
    @Nullable Problem problem,
    List<String> notes,
    @Nullable MultipartIndex multipart,
    ToldTransferSyntax told,
    long contentBytes,
    List<@Nullable InstanceUids> instances) {

  public Verdict {
    notes = List.copyOf(notes);
    instances =
        problem == null ? Collections.unmodifiableList(new ArrayList<>(instances)) : List.of();
  }

  /** What a response turned out to be that is not of many instances. */
  public Verdict(
      @Nullable Problem problem,
      List<String> notes,
      @Nullable MultipartIndex multipart,
      ToldTransferSyntax told,
      long contentBytes) {
    this(problem, notes, multipart, told, contentBytes, List.of());
  }
}
