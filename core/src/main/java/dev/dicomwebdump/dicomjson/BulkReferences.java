package dev.dicomwebdump.dicomjson;

import java.util.List;

/**
 * The attributes of one dataset whose values lie elsewhere, in their order, each once. Immutable.
 *
 * @param named at most {@value #MOST} of them
 * @param omitted how many more there are
 */
public record BulkReferences(List<BulkReference> named, long omitted) {

  /** The most that are kept of one dataset. */
  public static final int MOST = 100_000;

  /** No value lies elsewhere. */
  public static final BulkReferences NONE = new BulkReferences(List.of(), 0);

  public BulkReferences {
    named = List.copyOf(named);
  }
}
