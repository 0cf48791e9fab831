package dev.dicomwebdump.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses whose head, or body, does not come to an end. */
@ParameterizedClass
@EnumSource(Kind.class)
class HostileHeadTest {

  @Parameter Kind kind = Kind.OURS;

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final int MEGABYTE = 1 << 20;

  private final CountDownLatch over = new CountDownLatch(1);
  private final ServerSocket server;

  HostileHeadTest() throws IOException {
    server = new ServerSocket();
  }

  /** What a server does with a connection. */
  @FunctionalInterface
  private interface Answer {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  @BeforeEach
  void listen() throws IOException {
    server.bind(null);
  }

  @AfterEach
  void close() throws IOException {
    over.countDown();
    server.close();
  }

  @Test
  void aHeadThatTricklesForEverIsHeldToTheLimit() throws Exception {
    answer(
        out -> {
          out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(ISO_8859_1));
          while (!over.await(50, TimeUnit.MILLISECONDS)) {
            out.write('x');
          }
        });

    Problem problem = problem(Duration.ofMillis(600), ByteSize.UNLIMITED);

    assertThat(problem.kind()).isEqualTo(Problem.Kind.TIMEOUT);
    assertThat(problem.message()).contains("600 ms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: y\r\n", "x"})
  void aHeadWithoutEndIsNotReadToItsEnd(String again) throws Exception {
    byte[] some = again.repeat(MEGABYTE / again.length()).getBytes(ISO_8859_1);
    answer(
        out -> {
          out.write("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1));
          while (over.getCount() > 0) {
            out.write(some);
          }
        });

    Problem problem = problem(LONG, ByteSize.UNLIMITED);

    // OkHttp ends it as if it had broken off.
    assertThat(problem.kind())
        .isEqualTo(kind == Kind.OURS ? Problem.Kind.PROTOCOL : Problem.Kind.CONNECT);
    assertThat(problem.message())
        .containsAnyOf("its head has more than 256 KiB", "a line has more than 65536 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Content-Length: 9000000000000\r\n"})
  void ofABodyWithoutEndNoMoreIsTakenThanIsAllowed(String header) throws Exception {
    answer(
        out -> {
          out.write(("HTTP/1.1 200 OK\r\n" + header + "\r\n").getBytes(ISO_8859_1));
          while (over.getCount() > 0) {
            out.write(new byte[MEGABYTE]);
          }
        });
    RecordingSink sink = new RecordingSink();

    Exchange exchange = exchange(LONG, new ByteSize(100_001), sink);

    assertThat(exchange.failedBy(Problem.Kind.TOO_LARGE)).isTrue();
    assertThat(exchange.bodyBytes()).isEqualTo(100_001);
    assertThat(sink.body.size()).isEqualTo(100_001);
  }

  @Test
  void aBodyOfExactlyTheLimitIsTaken() throws Exception {
    answer(
        out -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc".getBytes(ISO_8859_1)));

    assertThat(exchange(LONG, new ByteSize(3), new RecordingSink()).problem()).isNull();
  }

  private Problem problem(Duration firstByte, ByteSize maxBody) throws InterruptedException {
    return Objects.requireNonNull(exchange(firstByte, maxBody, new RecordingSink()).problem());
  }

  private Exchange exchange(Duration firstByte, ByteSize maxBody, RecordingSink sink)
      throws InterruptedException {
    URI url = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    TransportSettings settings =
        new TransportSettingsBuilder()
            .connectTimeout(LONG)
            .firstByteTimeout(firstByte)
            .idleTimeout(LONG)
            .maxBody(maxBody)
            .build();
    try (Transport transport = kind.open(settings)) {
      return transport.exchange(new Request(url, Headers.NONE), sink);
    }
  }

  private void answer(Answer answer) {
    Thread thread =
        new Thread(
            () -> {
              try (Socket socket = server.accept()) {
                answer.write(socket.getOutputStream());
              } catch (IOException | InterruptedException e) {
                // The client has gone, as it should.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
