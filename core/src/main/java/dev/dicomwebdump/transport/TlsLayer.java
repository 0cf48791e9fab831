package dev.dicomwebdump.transport;

import dev.dicomwebdump.transport.TransportSettings.Tls;
import java.io.IOException;
import java.net.Socket;
import java.util.Objects;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Puts TLS over connections: RFC 8446, with ALPN: RFC 7301. Safe for use by many threads. */
final class TlsLayer {

  static final String HTTP_2 = "h2";
  private static final String HTTP_1 = "http/1.1";

  private final TransportSettings settings;
  private @Nullable Tls usual;
  private @Nullable Tls showing;

  TlsLayer(TransportSettings settings) {
    this.settings = settings;
  }

  /**
   * Shakes hands. Which protocol the server chose, the socket tells.
   *
   * @throws javax.net.ssl.SSLException when they do not come to terms, or the server is not trusted
   */
  SSLSocket over(Socket socket, Server server) throws IOException {
    Tls tls = trust(server);
    SSLSocket secured =
        (SSLSocket)
            tls.context()
                .getSocketFactory()
                .createSocket(socket, TlsProvider.nameable(server.host()), server.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setApplicationProtocols(
        settings.http2() ? new String[] {HTTP_2, HTTP_1} : new String[] {HTTP_1});
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    if (tls.verifyHostname()) {
      HostnameCheck.require(server.host(), secured.getSession());
    }
    return secured;
  }

  /**
   * Whom to trust, made when it is first needed. That takes a while, which is no server's fault: it
   * is to be asked for before a limit begins.
   */
  synchronized Tls trust(Server server) {
    if (usual == null) {
      usual = Objects.requireNonNullElseGet(settings.tls(), TlsTrust::runtime);
    }
    ClientCertificate certificate = settings.certificate();
    if (certificate == null || !certificate.isFor(server.host(), server.port())) {
      return usual;
    }
    if (showing == null) {
      showing = TlsTrust.showing(certificate, usual);
    }
    return showing;
  }
}
