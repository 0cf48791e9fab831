package dev.dicomwebdump.record;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of a resource, by its last exchange. */
final class Judgement {

  /** What ends a response that had begun well: what came of it is worth keeping. */
  private static final Set<Problem.Kind> BROKE_OFF =
      Set.of(
          Problem.Kind.TRUNCATED,
          Problem.Kind.TOO_LARGE,
          Problem.Kind.TIMEOUT,
          Problem.Kind.CONNECT,
          Problem.Kind.PROTOCOL,
          Problem.Kind.CANCELLED);

  private Judgement() {}

  static Outcome outcome(Exchange exchange, @Nullable Attempt last, boolean levelUnsupported) {
    Problem problem = exchange.problem();
    if (problem == null) {
      return Outcome.COMPLETE;
    }
    if (levelUnsupported) {
      return Outcome.UNSUPPORTED;
    }
    boolean began = last != null && last.head().isSuccess() && last.bodyBytes() > 0;
    return began && BROKE_OFF.contains(problem.kind()) ? Outcome.INCOMPLETE : Outcome.FAILED;
  }
}
