package dev.dicomwebdump.testkit.server;

import dev.dicomwebdump.testkit.server.Delivery.Fault;
import dev.dicomwebdump.testkit.server.Delivery.Pace;
import java.time.Duration;

/**
 * Replies that break on the wire. Each sends the normal answer as far as it goes; after {@link
 * Reply#then} it sends what that reply made. Numbers of bytes are counted in the body and must be
 * less than it has; in chunks, chunk lines count too.
 *
 * <p>Closing means the connection on HTTP/1.1 and the stream on HTTP/2, except before the head and
 * for resets, where it is always the connection.
 */
public final class Faults {
  private Faults() {}

  /** Closes the connection in place of an answer. */
  public static Reply disconnect() {
    return breaking(Fault.CLOSE, Delivery.BEFORE_HEAD);
  }

  /**
   * Sends the whole answer and closes the connection, without a word of that before. For HTTP/1.1.
   */
  public static Reply closeAfterwards() {
    return breaking(Fault.CLOSE, Long.MAX_VALUE);
  }

  /** Resets the connection in place of an answer. */
  public static Reply reset() {
    return breaking(Fault.RESET, Delivery.BEFORE_HEAD);
  }

  /**
   * Resets the connection after so many bytes. What the client had not read by then may be lost.
   */
  public static Reply resetAfter(long bytes) {
    return breaking(Fault.RESET, bytes);
  }

  /** Closes after so many bytes, though the Content-Length promised more. */
  public static Reply cutAfter(long bytes) {
    return breaking(Fault.CLOSE, bytes);
  }

  /** Closes within the chunks. */
  public static Reply cutChunkedAfter(long bytes) {
    return Replies.chunked().then(cutAfter(bytes));
  }

  /** Ends a body that has no length after so many bytes, so that it looks whole. */
  public static Reply endAfter(long bytes) {
    return Replies.untilClose().then(cutAfter(bytes));
  }

  /** Never answers. The connection is held until the server is closed. */
  public static Reply stall() {
    return breaking(Fault.STALL, Delivery.BEFORE_HEAD);
  }

  /** Sends the head and no more, as {@link #stall}. */
  public static Reply stallAfterHead() {
    return breaking(Fault.STALL, 0);
  }

  /** Sends so many bytes and no more, as {@link #stall}. */
  public static Reply stallAfter(long bytes) {
    return breaking(Fault.STALL, bytes);
  }

  /** Sends the whole answer, so many bytes of the body in each period. */
  public static Reply throttled(int bytes, Duration period) {
    return (request, normal) -> normal.with(normal.delivery().paced(new Pace(bytes, period)));
  }

  private static Reply breaking(Fault fault, long afterBytes) {
    return (request, normal) -> normal.with(normal.delivery().breaking(fault, afterBytes));
  }
}
