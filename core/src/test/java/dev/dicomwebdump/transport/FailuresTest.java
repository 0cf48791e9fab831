package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Problem;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

  private final Failures failures =
      Failures.of(
          Objects.requireNonNull(Server.of(URI.create("https://pacs.example/"))),
          TransportSettings.DEFAULTS);

  static Stream<Arguments> handshakes() {
    return Stream.of(
        Arguments.of(Problem.Kind.CONNECT, new SocketException("Connection reset")),
        Arguments.of(Problem.Kind.CONNECT, new IOException("Broken pipe")),
        Arguments.of(Problem.Kind.TLS, new CertificateException(new IOException("bad DER"))),
        Arguments.of(Problem.Kind.TLS, new SSLHandshakeException("handshake_failure")));
  }

  @ParameterizedTest
  @MethodSource("handshakes")
  void aConnectionThatBreaksIsNoFaultOfTls(Problem.Kind kind, Exception cause) {
    SSLHandshakeException e = new SSLHandshakeException("no handshake");
    e.initCause(cause);

    assertThat(failures.whileConnecting(e, true).kind()).isEqualTo(kind);
  }

  @Test
  void whatHasNoCauseIsOfTls() {
    assertThat(failures.whileConnecting(new SSLHandshakeException("no"), true).kind())
        .isEqualTo(Problem.Kind.TLS);
  }
}
