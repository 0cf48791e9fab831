package dev.dicomwebdump.testkit.server;

/** What a server speaks. */
public enum WireProtocol {
  /** HTTP/1.1 without TLS. */
  HTTP_1_1,
  /** HTTP/2 without TLS, from the first byte on. */
  HTTP_2_PRIOR_KNOWLEDGE,
  /** TLS, with HTTP/1.1 only and no ALPN. */
  TLS_HTTP_1_1,
  /** TLS, with HTTP/2 or HTTP/1.1 as ALPN finds. */
  TLS;

  /** Whether URLs begin with {@code https}. */
  public boolean isTls() {
    return this == TLS || this == TLS_HTTP_1_1;
  }
}
