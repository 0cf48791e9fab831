package dev.dicomwebdump.testkit.server;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.server.RawConnection.End;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults as bytes on an HTTP/1.1 connection. */
class FaultsTest {
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small());
  private final URI url = server.url("/studies/2.999.1/series/2.999.1.1/instances/2.999.1.1.1");
  private byte[] whole = {};

  @BeforeEach
  void askOnceBefore() throws Exception {
    try (TestClient client = new TestClient(server, WireProtocol.HTTP_1_1)) {
      whole = client.get(url).body();
    }
    server.clearRequests();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aCutBodyIsShorterThanItsLength() throws Exception {
    try (RawConnection connection = broken(Faults.cutAfter(100))) {
      assertThat(connection.readToEnd()).isEqualTo(End.CLOSED);
      assertThat(connection.head()).contains("\r\nContent-Length: " + whole.length + "\r\n");
      assertThat(connection.body()).isEqualTo(Arrays.copyOf(whole, 100));
    }
  }

  @Test
  void chunksAreCutWithinOne() throws Exception {
    try (RawConnection connection = broken(Faults.cutChunkedAfter(20))) {
      assertThat(connection.readToEnd()).isEqualTo(End.CLOSED);
      assertThat(connection.head()).contains("\r\nTransfer-Encoding: chunked\r\n");
      assertThat(connection.head()).doesNotContain("Content-Length");
      // 0x61 is the length of the part's head, of which the chunk line leaves 16 bytes.
      assertThat(connection.body())
          .hasSize(20)
          .asString()
          .endsWith("--fake-dicomweb-")
          .contains("\r\n");
    }
  }

  @Test
  void aBodyWithoutALengthEndsEarly() throws Exception {
    try (RawConnection connection = broken(Faults.endAfter(100))) {
      assertThat(connection.readToEnd()).isEqualTo(End.CLOSED);
      assertThat(connection.head())
          .contains("\r\nConnection: close\r\n")
          .doesNotContain("Content-Length", "Transfer-Encoding");
      assertThat(connection.body()).isEqualTo(Arrays.copyOf(whole, 100));
    }
  }

  static Stream<Arguments> stalls() {
    return Stream.of(
        Arguments.of(Faults.stallAfterHead(), 0), Arguments.of(Faults.stallAfter(100), 100));
  }

  @ParameterizedTest
  @MethodSource("stalls")
  void aStallHoldsTheConnectionUntilTheServerCloses(Reply stall, int bytes) throws Exception {
    try (RawConnection connection = broken(stall)) {
      assertThat(connection.readThenListen(bytes)).isEqualTo(End.SILENT);
      assertThat(connection.body()).isEqualTo(Arrays.copyOf(whole, bytes));
      server.close();
      assertThat(connection.readToEnd()).isNotEqualTo(End.SILENT);
      assertThat(connection.body()).hasSize(bytes);
    }
  }

  @Test
  void aStallMayBeginBeforeTheHead() throws Exception {
    try (RawConnection connection = broken(Faults.stall())) {
      server.awaitRequests(any(), 1);
      server.close();
      assertThat(connection.readToEnd()).isNotEqualTo(End.SILENT);
      assertThat(connection.head()).isEmpty();
    }
  }

  @Test
  void disconnectingSaysNothing() throws Exception {
    try (RawConnection connection = broken(Faults.disconnect())) {
      assertThat(connection.readToEnd()).isEqualTo(End.CLOSED);
      assertThat(connection.head()).isEmpty();
    }
  }

  @Test
  void aResetSaysNothing() throws Exception {
    try (RawConnection connection = broken(Faults.reset())) {
      assertThat(connection.readToEnd()).isEqualTo(End.RESET);
      assertThat(connection.head()).isEmpty();
    }
  }

  @Test
  void aResetMayComeWithinTheBody() throws Exception {
    try (RawConnection connection = broken(Faults.resetAfter(100))) {
      assertThat(connection.readToEnd()).isEqualTo(End.RESET);
    }
  }

  @Test
  void connectionsAreResetAsTheyCome() throws Exception {
    server.resetNextConnections(1);
    try (RawConnection connection = new RawConnection(url)) {
      assertThat(connection.readToEnd()).isEqualTo(End.RESET);
    }
    assertThat(server.requests()).isEmpty();
    try (TestClient client = new TestClient(server, WireProtocol.HTTP_1_1)) {
      assertThat(client.get(url).body()).isEqualTo(whole);
    }
  }

  @Test
  void aReusedConnectionIsDropped() throws Exception {
    server.when(RequestMatch.onReusedConnection()).reply(Faults.disconnect()).times(1);
    try (RawConnection connection = new RawConnection(url)) {
      assertThat(connection.get(url).readThenListen(whole.length)).isEqualTo(End.SILENT);
      assertThat(connection.get(url).readToEnd()).isEqualTo(End.CLOSED);
      assertThat(connection.body()).isEqualTo(whole);
    }
  }

  @Test
  void aFaultMayHitAnyReply() throws Exception {
    try (RawConnection connection = broken(Replies.gzip().then(Faults.cutAfter(2)))) {
      assertThat(connection.readToEnd()).isEqualTo(End.CLOSED);
      assertThat(connection.head()).contains("Content-Encoding: gzip");
      assertThat(connection.body()).containsExactly(0x1F, 0x8B);
    }
  }

  private RawConnection broken(Reply fault) throws Exception {
    server.when(any()).reply(fault).times(1);
    return new RawConnection(url).get(url);
  }
}
