package dev.dicomwebdump.report;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Peer;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.resource.ResourceKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exchanges by hand. */
final class Exchanges {

  static final Instant START = Instant.parse("2026-11-23T04:05:06Z");

  private Exchanges() {}

  /** What waited and received so many milliseconds; nothing else of it is known. */
  static Timings timings(long waiting, long receive) {
    return new Timings(
        null, null, null, null, null, Duration.ofMillis(waiting), Duration.ofMillis(receive));
  }

  /**
   * One that is over.
   *
   * @param at milliseconds after the start
   * @param status 0 for no response
   */
  static Exchange exchange(long at, int status, Timings timings, long bytes) {
    return new Exchange(
        new Request(
            URI.create("http://pacs.example/dicom-web/studies/1.2"),
            new Headers(List.of(new Header("Accept", "application/dicom+json")))),
        status == 0 ? null : new ResponseHead("HTTP/1.1", status, "", Headers.NONE),
        START.plusMillis(at),
        timings,
        status == 0 ? null : new Peer("192.0.2.1", 50123, false),
        bytes,
        problem(status),
        List.of());
  }

  private static @Nullable Problem problem(int status) {
    return switch (status) {
      case 0 -> new Problem(Problem.Kind.CONNECT, "connection refused");
      case 200 -> null;
      default -> new Problem(Problem.Kind.STATUS, status + " told");
    };
  }

  /** The only one for a frame, as a report hears of it. */
  static Told told(String record, Exchange exchange) {
    Outcome outcome = exchange.problem() == null ? Outcome.COMPLETE : Outcome.FAILED;
    return new Told(ResourceKind.FRAME, 1, exchange, null, outcome, record);
  }
}
