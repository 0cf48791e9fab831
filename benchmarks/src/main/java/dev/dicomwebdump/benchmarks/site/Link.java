package dev.dicomwebdump.benchmarks.site;

/** A way to the server. */
public enum Link {
  HTTP,
  /** HTTP/1.1 that the server logs. */
  HTTP_LOGGED,
  /** HTTP/1.1 over TLS. */
  TLS,
  /** HTTP/2 over TLS. */
  HTTP2,
  /** HTTP/2 over TLS, where the server says GOAWAY after 1,000 requests, as nginx does unasked. */
  HTTP2_GOAWAY,
  /** HTTP/1.1 with a round trip of 50 ms. */
  HTTP_FAR,
  /** HTTP/2 over TLS with a round trip of 50 ms. */
  HTTP2_FAR,
  /** HTTP/1.1 to Orthanc itself. */
  ORTHANC;

  /** Whether TLS is spoken. */
  public boolean isSecure() {
    return this == TLS || isHttp2();
  }

  /** Whether a round trip takes 50 ms. */
  public boolean isFar() {
    return this == HTTP_FAR || this == HTTP2_FAR;
  }

  /** Whether HTTP/2 is spoken. */
  public boolean isHttp2() {
    return this == HTTP2 || this == HTTP2_GOAWAY || this == HTTP2_FAR;
  }
}
