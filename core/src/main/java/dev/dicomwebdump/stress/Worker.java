package dev.dicomwebdump.stress;

import dev.dicomwebdump.event.Event.ResourceEnded;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.fetch.SingleFetcher;
import dev.dicomwebdump.proof.MemoryBudget;

/**
 * Makes requests one after another, each when it is due. Safe for use by many threads, each of
 * which is a worker then.
 *
 * @param listener hears of each request that is over
 * @param maxBody the most bytes of a response after decoding
 * @param budget what all responses may hold in memory together
 */
record Worker(
    SingleFetcher fetcher,
    AskSource asks,
    Turns turns,
    Tally tally,
    EventListener listener,
    ByteSize maxBody,
    MemoryBudget budget,
    StressClock clock) {

  /** Works until no more requests begin. */
  void work() throws InterruptedException {
    Measurement last = null;
    for (Turn turn = turns.next(); turn != null; turn = turns.next()) {
      tally.begun(turn, last == null ? 0 : Math.max(0, clock.nanos() - last.end()));
      last = ask(turn, asks.next());
      tally.ended(last);
    }
  }

  private Measurement ask(Turn turn, Ask ask) throws InterruptedException {
    TimedResponse response = new TimedResponse(ask, maxBody, budget, clock);
    Exchange exchange = fetcher.fetch(ask.resource(), ask.accept(), response);
    Measurement measured = response.measured(turn.due(), exchange);
    Outcome outcome = exchange.problem() == null ? Outcome.COMPLETE : Outcome.FAILED;
    listener.on(new ResourceEnded(ask.resource(), outcome, exchange));
    return measured;
  }
}
