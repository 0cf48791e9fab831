package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.ByteSize;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How connections are made; made by {@link TransportSettingsBuilder}. Immutable.
 *
 * @param connectTimeout for TCP and for TLS, each
 * @param firstByteTimeout from the request to the response's first byte, and to the end of its head
 * @param idleTimeout between two bytes of a response
 * @param maxTime for a whole exchange; null for no limit
 * @param maxBody the most bytes of content of a response
 * @param http2 whether HTTP/2 may be agreed on by ALPN
 * @param http2PriorKnowledge whether HTTP/2 is spoken on http from the first byte: RFC 9113 section
 *     3.3
 * @param connections the most connections that are kept open for later use
 * @param tls whom to trust on https; null for what the Java runtime trusts
 * @param certificate shown to one server on https; null for none
 * @param proxies through whom to ask
 * @param http2Connections over how many HTTP/2 connections requests are spread; null for one, and
 *     for more where answers take long to come
 */
public record TransportSettings(
    Duration connectTimeout,
    Duration firstByteTimeout,
    Duration idleTimeout,
    @Nullable Duration maxTime,
    ByteSize maxBody,
    boolean http2,
    boolean http2PriorKnowledge,
    int connections,
    @Nullable Tls tls,
    @Nullable ClientCertificate certificate,
    Proxies proxies,
    @Nullable Integer http2Connections) {

  /** 10 s, 300 s, 60 s, no limit for the whole; HTTP/2 by ALPN; what the Java runtime trusts. */
  public static final TransportSettings DEFAULTS = new TransportSettingsBuilder().build();

  /**
   * @throws IllegalArgumentException when it is less than one HTTP/2 connection
   */
  public TransportSettings {
    if (http2Connections != null && http2Connections < 1) {
      throw new IllegalArgumentException("at least one HTTP/2 connection: " + http2Connections);
    }
  }

  /**
   * Trust on https.
   *
   * @param context makes the sockets
   * @param trustManager the one that the context was made with
   * @param verifyHostname whether a certificate must name the host
   */
  public record Tls(SSLContext context, X509TrustManager trustManager, boolean verifyHostname) {

    public Tls {
      Objects.requireNonNull(context);
      Objects.requireNonNull(trustManager);
    }
  }
}
