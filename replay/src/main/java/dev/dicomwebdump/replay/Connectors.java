package dev.dicomwebdump.replay;

import java.io.IOException;
import java.security.KeyStore;
import java.time.Duration;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.RateControl;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Where the server listens, and what it speaks there. */
final class Connectors {

  /** Longer than any stall that is asked for without a time. */
  private static final Duration IDLE = Duration.ofMinutes(15);

  private static final int STREAMS = 1024;

  private Connectors() {}

  static ServerConnector of(Server server, ReplaySettings settings) throws IOException {
    ServerConnector connector =
        settings.tls() == null ? plain(server) : secure(server, PemIdentity.store(settings.tls()));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE.toMillis());
    return connector;
  }

  /** HTTP/1.1, and HTTP/2 for who begins with it: RFC 9113 section 3.3. */
  private static ServerConnector plain(Server server) {
    HttpConfiguration config = config();
    return new ServerConnector(
        server,
        new HttpConnectionFactory(config),
        manyStreams(new HTTP2CServerConnectionFactory(config)));
  }

  private static ServerConnector secure(Server server, KeyStore identity) {
    HttpConfiguration config = config();
    config.addCustomizer(new SecureRequestCustomizer(false));
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(identity);
    tls.setKeyStorePassword("");
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
    alpn.setDefaultProtocol("http/1.1");
    return new ServerConnector(
        server,
        new SslConnectionFactory(tls, alpn.getProtocol()),
        alpn,
        manyStreams(new HTTP2ServerConnectionFactory(config)),
        new HttpConnectionFactory(config));
  }

  /** Clients that cancel much are no attack here. */
  private static AbstractHTTP2ServerConnectionFactory manyStreams(
      AbstractHTTP2ServerConnectionFactory http2) {
    http2.setMaxConcurrentStreams(STREAMS);
    http2.setRateControlFactory(new RateControl.Factory() {});
    return http2;
  }

  /** Paths name records, never files: no form of them is dangerous. */
  private static HttpConfiguration config() {
    HttpConfiguration config = new HttpConfiguration();
    config.setSendServerVersion(false);
    config.setSendDateHeader(false);
    config.setUriCompliance(UriCompliance.UNSAFE);
    return config;
  }
}
