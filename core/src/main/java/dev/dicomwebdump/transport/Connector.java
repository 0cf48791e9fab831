package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.transport.PhaseMarks.Mark;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Opens connections to servers, through proxies and with TLS. Safe for use by many threads. */
final class Connector {

  private final TransportSettings settings;
  private final Dialer dialer;
  private final TlsLayer tls;
  private final Alpn alpn;

  /**
   * @param alpn is told what servers choose
   */
  Connector(TransportSettings settings, Alpn alpn) {
    this.settings = settings;
    this.dialer = new Dialer(settings.connectTimeout());
    this.tls = new TlsLayer(settings);
    this.alpn = alpn;
  }

  /**
   * A new connection.
   *
   * @throws Http2AgreedException when the server wants to speak HTTP/2
   * @throws ProxyRefusedException when the proxy wants other credentials
   */
  Http1Connection open(Server server, Guard guard, PhaseMarks marks)
      throws IOException, InterruptedException {
    if (server.isTls()) {
      tls.trust(server);
    }
    HttpProxy proxy = settings.proxies().to(server.scheme(), server.host());
    Socket tcp =
        proxy == null
            ? dialer.dial(server.host(), server.port(), guard, marks)
            : dialer.dial(proxy.host(), proxy.port(), guard, marks);
    try {
      Http1Connection connection = over(tcp, server, proxy, guard, marks);
      marks.last(Mark.CONNECT_END);
      return connection;
    } catch (IOException | InterruptedException | RuntimeException e) {
      tcp.close();
      throw e;
    }
  }

  private Http1Connection over(
      Socket tcp, Server server, @Nullable HttpProxy proxy, Guard guard, PhaseMarks marks)
      throws IOException, InterruptedException {
    if (!server.isTls()) {
      return new Http1Connection(server, tcp, tcp, guard);
    }
    guard.limit(settings.connectTimeout());
    if (proxy != null) {
      tunnel(tcp, server, proxy, guard);
    }
    marks.first(Mark.TLS);
    SSLSocket secured = tls.over(tcp, server);
    marks.last(Mark.TLS_END);
    learn(server, secured.getApplicationProtocol());
    return new Http1Connection(server, tcp, secured, guard);
  }

  private void learn(Server server, @Nullable String protocol) throws Http2AgreedException {
    boolean http2 = Objects.equals(protocol, TlsLayer.HTTP_2);
    alpn.chose(server, http2 ? Alpn.Choice.HTTP_2 : Alpn.Choice.HTTP_1);
    if (http2) {
      throw new Http2AgreedException();
    }
  }

  /** RFC 9110 section 9.3.6. */
  private static void tunnel(Socket tcp, Server server, HttpProxy proxy, Guard guard)
      throws IOException, InterruptedException {
    tcp.getOutputStream()
        .write(RequestHead.tunnel(server, proxy).getBytes(StandardCharsets.US_ASCII));
    WireInput in = new WireInput(tcp.getInputStream(), guard);
    ResponseHead head = new HeadReader(in).read();
    if (head.status() == 407) {
      throw new ProxyRefusedException();
    }
    if (head.status() / 100 != 2) {
      throw new IOException("the proxy answers " + head.status() + " when asked for a tunnel");
    }
    if (in.available() > 0) {
      throw new ProtocolException("bytes come through the tunnel that were not asked for");
    }
  }
}
