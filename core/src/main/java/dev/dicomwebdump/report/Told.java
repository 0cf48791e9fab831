package dev.dicomwebdump.report;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Repetition;
import dev.dicomwebdump.resource.ResourceKind;
import org.jspecify.annotations.Nullable;

/**
 * One exchange of which a record tells. Immutable.
 *
 * @param kind which kind of resource was asked for
 * @param attempt which exchange for its resource it is, from 1
 * @param exchange the exchange; what came before it is told by itself
 * @param next why another followed; null for the last
 * @param outcome what became of the resource with it; null for one that another followed
 * @param record the record, relative to the folder
 */
record Told(
    ResourceKind kind,
    int attempt,
    Exchange exchange,
    @Nullable Repetition next,
    @Nullable Outcome outcome,
    String record) {

  /** What was wrong with it; a redirect that was followed is in order. */
  @Nullable Problem problem() {
    return next == Repetition.REDIRECT ? null : exchange.problem();
  }

  boolean isAnswered() {
    return exchange.response() != null;
  }

  ExchangeFigures figures() {
    Problem problem = problem();
    return new ExchangeFigures(
        exchange.started(),
        exchange.timings(),
        kind,
        attempt,
        exchange.status(),
        problem == null ? null : problem.kind(),
        exchange.bodyBytes(),
        exchange.peer() == null ? 0 : exchange.peer().localPort(),
        record);
  }
}
