package dev.dicomwebdump.replay;

import dev.dicomwebdump.resource.ResourceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong on purpose. For the same order of requests and the same seed it is the same. Safe
 * for use by many threads at once.
 */
public final class FaultPlan {

  /** Nothing goes wrong. */
  public static final FaultPlan NONE = new FaultPlan(List.of(), 0);

  private final List<FaultRule> rules;
  private final long seed;

  private FaultPlan(List<FaultRule> rules, long seed) {
    this.rules = List.copyOf(rules);
    this.seed = seed;
  }

  /**
   * Reads rules, such as {@code frames: status=503 every=7}; the first one that strikes counts.
   *
   * @param seed from which chance comes
   * @throws IllegalArgumentException when one of them is none; the message says what one looks like
   */
  public static FaultPlan parse(List<String> rules, long seed) {
    return new FaultPlan(rules.stream().map(FaultRule::parse).toList(), seed);
  }

  /** What goes wrong with the next answer; null for nothing. */
  @Nullable Fault next(@Nullable ResourceKind kind) {
    Fault struck = null;
    for (FaultRule rule : rules) {
      Fault fault = kind == null ? null : rule.next(kind, seed);
      struck = struck == null ? fault : struck;
    }
    return struck;
  }
}
