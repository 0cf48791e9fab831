package dev.dicomwebdump.exchange;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long the phases of an exchange took, as HAR 1.2 names them. A phase that did not happen, or
 * is not known, is null.
 *
 * @param blocked waiting for a connection
 * @param dns resolving the host's name
 * @param connect making the connection, TLS included
 * @param ssl the TLS handshake
 * @param send sending the request
 * @param waiting from the request's end to the response's first byte
 * @param receive from the response's first byte to its last
 */
public record Timings(
    @Nullable Duration blocked,
    @Nullable Duration dns,
    @Nullable Duration connect,
    @Nullable Duration ssl,
    @Nullable Duration send,
    @Nullable Duration waiting,
    @Nullable Duration receive) {

  /** No phase is known. */
  public static final Timings UNKNOWN = new Timings(null, null, null, null, null, null, null);

  /** The sum of the known phases; {@code ssl} is part of {@code connect}. */
  public Duration total() {
    Duration total = Duration.ZERO;
    for (Duration phase :
        new @Nullable Duration[] {blocked, dns, connect, send, waiting, receive}) {
      total = phase == null ? total : total.plus(phase);
    }
    return total;
  }
}
