package dev.dicomwebdump.transport;

import dev.dicomwebdump.transport.TransportSettings.Tls;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HostnameVerifier;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The OkHttp clients for http and https, which share one pool of connections. They send a request
 * once, as it is: no retry, no redirect, and (OkHttp's defaults) no cookies, no cache, no
 * authenticator.
 */
final class OkHttpClients {

  private static final int KEEP_ALIVE_MINUTES = 5;

  private final OkHttpClient http;
  private final OkHttpClient https;
  private final OkHttpClient withCertificate;
  private final @Nullable ClientCertificate certificate;
  private final Proxies proxies;

  /** There are few proxies, and making a client takes longer than asking with it. */
  private final Map<Via, OkHttpClient> byProxy = new ConcurrentHashMap<>();

  private record Via(OkHttpClient client, Proxy proxy) {}

  OkHttpClients(TransportSettings settings) {
    OkHttpClient base = base(settings);
    http = settings.http2PriorKnowledge() ? withPriorKnowledge(base) : base;
    Tls tls = settings.tls() == null ? TlsTrust.runtime() : settings.tls();
    https = withTls(base, settings, tls);
    certificate = settings.certificate();
    proxies = settings.proxies();
    withCertificate =
        certificate == null ? https : withTls(base, settings, TlsTrust.showing(certificate, tls));
  }

  /**
   * The client for a URL. It is told its proxy: a ProxySelector is not asked about hosts that
   * java.net.URI does not know, such as those with an underscore.
   */
  OkHttpClient to(HttpUrl url) {
    Via via = new Via(of(url), proxies.through(url.scheme(), url.host()));
    return byProxy.computeIfAbsent(
        via, wanted -> wanted.client.newBuilder().proxy(wanted.proxy).build());
  }

  private OkHttpClient of(HttpUrl url) {
    if (!url.isHttps()) {
      return http;
    }
    boolean shown = certificate != null && certificate.isFor(url.host(), url.port());
    return shown ? withCertificate : https;
  }

  /** Closes the connections that carry no exchange. */
  void closeIdle() {
    http.connectionPool().evictAll();
  }

  private static OkHttpClient base(TransportSettings settings) {
    return new OkHttpClient.Builder()
        .socketFactory(new PromptSockets())
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .connectionPool(
            new ConnectionPool(settings.connections(), KEEP_ALIVE_MINUTES, TimeUnit.MINUTES))
        .connectTimeout(settings.connectTimeout())
        .readTimeout(settings.firstByteTimeout())
        .writeTimeout(settings.firstByteTimeout())
        .callTimeout(Objects.requireNonNullElse(settings.maxTime(), Duration.ZERO))
        .addNetworkInterceptor(new HeadArrival(settings.firstByteTimeout(), settings.idleTimeout()))
        .proxyAuthenticator(new TunnelAuthorization(settings.proxies()))
        .addNetworkInterceptor(new ProxyAuthorization(settings.proxies()))
        .build();
  }

  private static OkHttpClient withPriorKnowledge(OkHttpClient base) {
    return base.newBuilder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
  }

  private static OkHttpClient withTls(OkHttpClient base, TransportSettings settings, Tls tls) {
    return base.newBuilder()
        .protocols(
            settings.http2()
                ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)
                : List.of(Protocol.HTTP_1_1))
        .sslSocketFactory(
            new HandshakeLimit(tls.context().getSocketFactory(), settings.connectTimeout()),
            tls.trustManager())
        .hostnameVerifier(tls.verifyHostname() ? names(base) : (host, session) -> true)
        .build();
  }

  /**
   * OkHttp's verifier, but another object: only with its very own would OkHttp send a request over
   * another host's HTTP/2 connection.
   */
  private static HostnameVerifier names(OkHttpClient base) {
    HostnameVerifier verifier = base.hostnameVerifier();
    return (host, session) -> verifier.verify(host, session);
  }
}
