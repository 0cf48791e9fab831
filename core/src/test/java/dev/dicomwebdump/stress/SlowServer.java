package dev.dicomwebdump.stress;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.transport.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;

/** Answers each request with a frame of four bytes, after a time of the clock's. */
final class SlowServer implements Transport {

  private static final byte[] FRAME = {1, 2, 3, 4};
  private static final ResponseHead HEAD =
      new ResponseHead(
          "HTTP/1.1",
          200,
          "OK",
          new Headers(List.of(new Header("Content-Type", "application/octet-stream"))));

  private final FakeClock clock;
  private final IntFunction<Duration> times;
  private int asked;

  /**
   * @param times how long the n-th request takes, from 0
   */
  SlowServer(FakeClock clock, IntFunction<Duration> times) {
    this.clock = clock;
    this.times = times;
  }

  @Override
  public Exchange exchange(Request request, ResponseSink sink) {
    clock.pass(times.apply(asked++).toNanos());
    sink.head(HEAD);
    sink.body(FRAME, 0, FRAME.length);
    return new Exchange(
        request, HEAD, Instant.EPOCH, Timings.UNKNOWN, null, FRAME.length, sink.end(), List.of());
  }

  int asked() {
    return asked;
  }

  @Override
  public void cancel() {}

  @Override
  public void close() {}
}
