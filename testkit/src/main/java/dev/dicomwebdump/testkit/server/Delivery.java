package dev.dicomwebdump.testkit.server;

import java.time.Duration;

/**
 * How an answer goes out, and how it breaks.
 *
 * @param framing what tells the client where the body ends
 * @param fault what goes wrong
 * @param after how many bytes of the body, chunk lines included, go out before the fault
 * @param pace how fast the body goes out
 */
record Delivery(Framing framing, Fault fault, long after, Pace pace) {

  /** Whole, with a Content-Length, at full speed. */
  static final Delivery PLAIN =
      new Delivery(Framing.LENGTH, Fault.NONE, Long.MAX_VALUE, new Pace(0, Duration.ZERO));

  /** On HTTP/2, the latter two are the same: a body without a length. */
  enum Framing {
    LENGTH,
    CHUNKED,
    UNTIL_CLOSE
  }

  /** What goes wrong. */
  enum Fault {
    NONE,
    /** The connection is closed, or the stream of HTTP/2 cancelled. */
    CLOSE,
    /** The connection is reset. */
    RESET,
    /** Nothing more comes, and the connection stays open. */
    STALL
  }

  /** So many bytes in each period; 0 bytes is no limit. */
  record Pace(int bytes, Duration period) {}

  /** The value of {@link #after} for a fault in place of the whole answer. */
  static final long BEFORE_HEAD = -1;

  boolean breaksBeforeHead() {
    return fault != Fault.NONE && after == BEFORE_HEAD;
  }

  Delivery framed(Framing changed) {
    return new Delivery(changed, fault, after, pace);
  }

  Delivery breaking(Fault changed, long afterBytes) {
    return new Delivery(framing, changed, afterBytes, pace);
  }

  Delivery paced(Pace changed) {
    return new Delivery(framing, fault, after, changed);
  }
}
