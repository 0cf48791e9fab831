package dev.dicomwebdump.transport;

import java.net.URI;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The protocols over which a transport must work alike, and a server for each. */
enum Wire {
  HTTP_1("http", "HTTP/1.1"),
  HTTP_1_TLS("https", "HTTP/1.1"),
  HTTP_2_TLS("https", "HTTP/2"),
  HTTP_2_PRIOR_KNOWLEDGE("http", "HTTP/2");

  final String scheme;
  final String httpVersion;

  Wire(String scheme, String httpVersion) {
    this.scheme = scheme;
    this.httpVersion = httpVersion;
  }

  boolean isHttp2() {
    return httpVersion.equals("HTTP/2");
  }

  boolean isTls() {
    return scheme.equals("https");
  }

  private List<Protocol> protocols() {
    return switch (this) {
      case HTTP_1, HTTP_1_TLS -> List.of(Protocol.HTTP_1_1);
      case HTTP_2_TLS -> List.of(Protocol.HTTP_2, Protocol.HTTP_1_1);
      case HTTP_2_PRIOR_KNOWLEDGE -> List.of(Protocol.H2_PRIOR_KNOWLEDGE);
    };
  }

  void configure(MockWebServer server) {
    server.setProtocols(protocols());
    if (isTls()) {
      server.useHttps(certificateFor("localhost"));
    }
  }

  URI url(MockWebServer server, String pathAndQuery) {
    return URI.create(scheme + "://localhost:" + server.getPort() + pathAndQuery);
  }

  /** A server's side of TLS, with a certificate that it issued itself. */
  static SSLSocketFactory certificateFor(String host) {
    return handshakeWith(new HeldCertificate.Builder().addSubjectAlternativeName(host).build());
  }

  static SSLSocketFactory handshakeWith(HeldCertificate certificate) {
    return new HandshakeCertificates.Builder()
        .heldCertificate(certificate)
        .build()
        .sslSocketFactory();
  }
}
