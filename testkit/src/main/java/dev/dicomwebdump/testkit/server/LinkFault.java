package dev.dicomwebdump.testkit.server;

import dev.dicomwebdump.testkit.server.Delivery.Pace;
import java.time.Duration;

/**
 * What goes wrong on one connection of a {@link FaultyLink}. Bytes are those that the server sends
 * on the connection, whatever they mean: those of TLS and of responses before count too. Immutable.
 */
public final class LinkFault {

  /** What is done when the bytes have passed. */
  enum End {
    RESET,
    STALL,
    CUT,
    ABSENCE
  }

  private final End end;
  private final long after;
  private final Pace pace;
  private final Duration absence;

  private LinkFault(End end, long after, Pace pace, Duration absence) {
    this.end = end;
    this.after = after;
    this.pace = pace;
    this.absence = absence;
  }

  /** Nothing goes wrong. */
  public static LinkFault none() {
    return slow(0, Duration.ZERO);
  }

  /** The connection is reset. What the client had not read by then may be lost. */
  public static LinkFault resetAfter(long bytes) {
    return ending(End.RESET, bytes);
  }

  /** Nothing more comes, and the connection stays open until the client leaves. */
  public static LinkFault stallAfter(long bytes) {
    return ending(End.STALL, bytes);
  }

  /** The connection is taken, and nothing ever comes. */
  public static LinkFault silence() {
    return stallAfter(0);
  }

  /** The connection ends in order (FIN) before what is on its way does. */
  public static LinkFault cutAfter(long bytes) {
    return ending(End.CUT, bytes);
  }

  /**
   * The connection is reset, and for a time no other can be made: the port is closed. Connections
   * that there are go on.
   */
  public static LinkFault absentAfter(long bytes, Duration time) {
    return new LinkFault(End.ABSENCE, bytes, new Pace(0, Duration.ZERO), time);
  }

  /** All comes, so many bytes at a time and a period after each time. */
  public static LinkFault slow(int bytes, Duration period) {
    return new LinkFault(End.STALL, Long.MAX_VALUE, new Pace(bytes, period), Duration.ZERO);
  }

  private static LinkFault ending(End end, long bytes) {
    return new LinkFault(end, bytes, new Pace(0, Duration.ZERO), Duration.ZERO);
  }

  End end() {
    return end;
  }

  long after() {
    return after;
  }

  Pace pace() {
    return pace;
  }

  Duration absence() {
    return absence;
  }
}
