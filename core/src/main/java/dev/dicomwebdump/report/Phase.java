package dev.dicomwebdump.report;

import dev.dicomwebdump.exchange.Timings;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A phase of an exchange, as HAR 1.2 divides it, and the whole. */
public enum Phase {
  /** Waiting for a connection. */
  BLOCKED("blocked", Timings::blocked),
  /** Resolving the host's name. */
  DNS("dns", Timings::dns),
  /** Making the connection, TLS included. */
  CONNECT("connect", Timings::connect),
  /** The TLS handshake, a part of {@link #CONNECT}. */
  TLS("tls", Timings::ssl),
  /** Sending the request. */
  SEND("send", Timings::send),
  /** From the request's end to the response's first byte. */
  WAIT("wait", Timings::waiting),
  /** From the response's first byte to its last. */
  RECEIVE("receive", Timings::receive),
  /** All phases that are known, one after the other. */
  WHOLE("whole", Timings::total);

  private final String published;
  private final Function<Timings, @Nullable Duration> part;

  Phase(String published, Function<Timings, @Nullable Duration> part) {
    this.published = published;
    this.part = part;
  }

  /** The name in reports. */
  public String published() {
    return published;
  }

  /** How long it took in an exchange; null when it did not happen, or is not known. */
  public @Nullable Duration of(Timings timings) {
    return part.apply(timings);
  }
}
