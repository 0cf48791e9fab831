package dev.dicomwebdump.stress;

import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.proof.JudgedResponse;
import dev.dicomwebdump.proof.MemoryBudget;
import org.jspecify.annotations.Nullable;

/**
 * Judges a response as it streams, keeps none of it, and notes when its head and its end came: what
 * is judged after that takes none of its time. Used once, by one thread.
 */
final class TimedResponse implements ResponseSink {

  private final Ask ask;
  private final JudgedResponse judged;
  private final StressClock clock;
  private @Nullable Long firstByte;
  private @Nullable Long lastByte;

  /**
   * @param maxBody the most bytes of content after decoding
   * @param budget what all responses may hold in memory together
   */
  TimedResponse(Ask ask, ByteSize maxBody, MemoryBudget budget, StressClock clock) {
    this.ask = ask;
    this.judged = new JudgedResponse(ask.resource(), ask.pixels(), maxBody, budget);
    this.clock = clock;
  }

  @Override
  public void head(ResponseHead head) {
    firstByte = clock.nanos();
    lastByte = null;
    judged.head(head);
  }

  @Override
  public void body(byte[] buffer, int offset, int length) {
    judged.body(buffer, offset, length);
  }

  @Override
  public @Nullable Problem end() {
    lastByte = clock.nanos();
    return judged.end();
  }

  /**
   * What was measured, when the exchange is over. To be called once.
   *
   * @param due when it should have begun
   */
  Measurement measured(long due, Exchange exchange) {
    judged.forget();
    boolean came = exchange.response() != null;
    return new Measurement(
        ask.resource().kind(),
        due,
        came ? firstByte : null,
        came && lastByte != null ? lastByte : clock.nanos(),
        exchange.status(),
        exchange.bodyBytes(),
        exchange.problem());
  }
}
