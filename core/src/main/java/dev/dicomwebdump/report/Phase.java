package dev.dicomwebdump.report;

import dev.dicomwebdump.exchange.Timings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A phase of an exchange, as HAR 1.2 divides it, and the whole. */
public enum Phase {
  /** Waiting for a connection. */
  BLOCKED("blocked"),
  /** Resolving the host's name. */
  DNS("dns"),
  /** Making the connection, TLS included. */
  CONNECT("connect"),
  /** The TLS handshake, a part of {@link #CONNECT}. */
  TLS("tls"),
  /** Sending the request. */
  SEND("send"),
  /** From the request's end to the response's first byte. */
  WAIT("wait"),
  /** From the response's first byte to its last. */
  RECEIVE("receive"),
  /** All phases that are known, one after the other. */
  WHOLE("whole");

  private final String published;

  Phase(String published) {
    this.published = published;
  }

  /** The name in reports. */
  public String published() {
    return published;
  }

  /** How long it took in an exchange; null when it did not happen, or is not known. */
  public @Nullable Duration of(Timings timings) {
    return switch (this) {
      case BLOCKED -> timings.blocked();
      case DNS -> timings.dns();
      case CONNECT -> timings.connect();
      case TLS -> timings.ssl();
      case SEND -> timings.send();
      case WAIT -> timings.waiting();
      case RECEIVE -> timings.receive();
      case WHOLE -> timings.total();
    };
  }
}
