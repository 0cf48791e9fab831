package dev.dicomwebdump.fetch;

import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.exchange.Headers;
import java.time.Duration;

/**
 * How resources are asked for. Immutable.
 *
 * @param retries the most retries of one request, 0 or more; Accept steps and redirects are none
 * @param maxRetryWait how long the server may make one resource wait (429, Retry-After) before that
 *     counts as retries; one longer wait ends the run
 * @param outage how long a server that is gone is waited for before that ends the run; zero when it
 *     is not waited for, so that each resource fails after its own retries
 * @param concurrency the most requests in flight, 1 or more
 * @param politeness how the server is spared besides
 * @param accept what resources are asked for as
 * @param acceptEncoding the Accept-Encoding header: {@code identity} or {@code gzip}
 * @param userAgent the User-Agent header
 * @param extraHeaders sent to the root's own origin only, in place of ours of the same names
 * @param credentials show the root's own origin, and no other, who asks
 */
public record FetchSettings(
    int retries,
    Duration maxRetryWait,
    Duration outage,
    int concurrency,
    Politeness politeness,
    AcceptSettings accept,
    String acceptEncoding,
    String userAgent,
    Headers extraHeaders,
    Credentials credentials) {

  /** 3 retries, 5 min, 10 min, one request at a time, no compression, no credentials. */
  public static final FetchSettings DEFAULTS =
      new FetchSettings(
          3,
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          1,
          Politeness.NONE,
          AcceptSettings.USUAL,
          "identity",
          "dicomweb-dump",
          Headers.NONE,
          Credentials.none());

  /**
   * @throws IllegalArgumentException when a number or a duration is out of its range
   */
  public FetchSettings {
    if (retries < 0 || concurrency < 1 || maxRetryWait.isNegative() || outage.isNegative()) {
      throw new IllegalArgumentException(
          "out of range: %d retries, %d requests, %s, %s"
              .formatted(retries, concurrency, maxRetryWait, outage));
    }
  }

  /** The settings without the headers that may hold secrets. */
  @Override
  public String toString() {
    return ("FetchSettings[retries=%d, maxRetryWait=%s, outage=%s, concurrency=%d,"
            + " politeness=%s, accept=%s, acceptEncoding=%s, userAgent=%s]")
        .formatted(
            retries,
            maxRetryWait,
            outage,
            concurrency,
            politeness,
            accept,
            acceptEncoding,
            userAgent);
  }
}
