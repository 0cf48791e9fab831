package dev.dicomwebdump.transport;

import static dev.dicomwebdump.transport.TransportContract.assertProblem;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom every transport trusts, and what it says of the others. */
abstract class TlsContract {

  private static final Duration ENOUGH = Duration.ofSeconds(20);

  private final MockWebServer server = new MockWebServer();

  private final Function<TransportSettings, Transport> opener;

  /**
   * @param opener opens a transport of the kind under test
   */
  TlsContract(Function<TransportSettings, Transport> opener) {
    this.opener = opener;
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void trustsNobodyUnknown() throws Exception {
    serve(certificate().build());
    assertProblem(fetch(null), Problem.Kind.TLS, "is not trusted");
  }

  @Test
  void trustsTheAuthoritiesOfAFile(@TempDir Path folder) throws Exception {
    HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();
    HeldCertificate other = new HeldCertificate.Builder().certificateAuthority(0).build();
    serve(certificate().signedBy(authority).build());
    Path pem = folder.resolve("ca.pem");
    Files.writeString(
        pem, "Two authorities\n" + other.certificatePem() + authority.certificatePem());

    assertThat(fetch(TlsTrust.withAuthorities(pem)).problem()).isNull();
  }

  @Test
  void asksThatTheCertificateNamesTheHost(@TempDir Path folder) throws Exception {
    HeldCertificate elsewhere =
        new HeldCertificate.Builder().addSubjectAlternativeName("elsewhere.example").build();
    serve(elsewhere);
    Path pem = Files.writeString(folder.resolve("ca.pem"), elsewhere.certificatePem());

    assertProblem(
        fetch(TlsTrust.withAuthorities(pem)),
        Problem.Kind.TLS,
        "is not for the host \"localhost\"");
    assertThat(fetch(TlsTrust.insecure()).problem()).isNull();
  }

  @Test
  void tellsThatACertificateHasExpired(@TempDir Path folder) throws Exception {
    HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();
    serve(certificate().signedBy(authority).validityInterval(0, 1_000_000_000).build());
    Path pem = Files.writeString(folder.resolve("ca.pem"), authority.certificatePem());

    assertProblem(fetch(TlsTrust.withAuthorities(pem)), Problem.Kind.TLS, "has expired");
    assertThat(fetch(TlsTrust.insecure()).problem()).isNull();
  }

  @Test
  void tellsThatTheServerSpeaksNoTls() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answer = new Thread(() -> answerInPlainHttp(plain));
      answer.start();
      Exchange exchange = fetch(plain.getLocalPort(), null, Duration.ofSeconds(10));
      answer.join();
      assertProblem(exchange, Problem.Kind.TLS, "no TLS with localhost");
    }
  }

  /** Answers without reading, since a handshake need not have a line to wait for. */
  private static void answerInPlainHttp(ServerSocket plain) {
    try (Socket client = plain.accept()) {
      client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      client.shutdownOutput();
      client.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** HTTP/2 allows it (RFC 9113 section 9.1.1), but a record would then tell of the wrong host. */
  @Test
  void neverSendsARequestOverAnotherHostsConnection(@TempDir Path folder) throws Exception {
    HeldCertificate both = certificate().addSubjectAlternativeName("127.0.0.1").build();
    serve(both);
    server.enqueue(new MockResponse.Builder().build());
    Path pem = Files.writeString(folder.resolve("ca.pem"), both.certificatePem());

    try (Transport transport = open(TlsTrust.withAuthorities(pem), Duration.ofSeconds(10))) {
      for (String host : List.of("localhost", "127.0.0.1")) {
        URI url = URI.create("https://" + host + ":" + server.getPort() + "/");
        Exchange exchange = transport.exchange(new Request(url, Headers.NONE), new RecordingSink());
        assertThat(exchange.problem()).isNull();
        assertThat(Objects.requireNonNull(exchange.peer()).reused()).isFalse();
      }
    }
  }

  @Test
  void limitsTheHandshake() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Exchange exchange = fetch(silent.getLocalPort(), null, Duration.ofMillis(300));
      assertProblem(exchange, Problem.Kind.TIMEOUT, "no TLS handshake with localhost");
      assertProblem(exchange, Problem.Kind.TIMEOUT, "300 ms");
      // Not the limit that would else hold, the one for the first byte.
      assertThat(exchange.timings().ssl()).isLessThan(ENOUGH);
    }
  }

  private void serve(HeldCertificate certificate) throws Exception {
    server.useHttps(Wire.handshakeWith(certificate));
    server.enqueue(new MockResponse.Builder().body("fine").build());
    server.start();
  }

  private Exchange fetch(TransportSettings.@Nullable Tls tls) throws InterruptedException {
    return fetch(server.getPort(), tls, Duration.ofSeconds(10));
  }

  private Exchange fetch(int port, TransportSettings.@Nullable Tls tls, Duration connectTimeout)
      throws InterruptedException {
    Request request = new Request(URI.create("https://localhost:" + port + "/"), Headers.NONE);
    try (Transport transport = open(tls, connectTimeout)) {
      return transport.exchange(request, new RecordingSink());
    }
  }

  private Transport open(TransportSettings.@Nullable Tls tls, Duration connectTimeout) {
    return opener.apply(
        new TransportSettingsBuilder()
            .connectTimeout(connectTimeout)
            .firstByteTimeout(ENOUGH)
            .idleTimeout(ENOUGH)
            .tls(tls)
            .build());
  }

  private static HeldCertificate.Builder certificate() {
    return new HeldCertificate.Builder().addSubjectAlternativeName("localhost");
  }
}
