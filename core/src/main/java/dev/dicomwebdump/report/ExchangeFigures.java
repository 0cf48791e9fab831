package dev.dicomwebdump.report;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.resource.ResourceKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One exchange. Immutable.
 *
 * @param started when it began, to the millisecond
 * @param timings how long its phases took, in their order: blocked, dns, connect (with TLS at its
 *     end), send, wait, receive
 * @param kind which kind of resource was asked for
 * @param attempt which exchange for its resource it is, from 1
 * @param status the status code; 0 when no response came
 * @param problem what was wrong with it; null when nothing was
 * @param bytes the content that came, before content decoding
 * @param connection the port at the client's end, which names the connection; 0 when there was none
 * @param record the record that tells of it, relative to the folder
 */
public record ExchangeFigures(
    Instant started,
    Timings timings,
    ResourceKind kind,
    int attempt,
    int status,
    Problem.@Nullable Kind problem,
    long bytes,
    int connection,
    String record) {

  /** How long it took, from its beginning to its end. */
  public Duration took() {
    return timings.total();
  }

  /** When it ended. */
  public Instant ended() {
    return started.plus(took());
  }
}
