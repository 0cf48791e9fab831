package dev.dicomwebdump.testkit.server;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client makes of faults where connections are not bare bytes. */
class FaultsOverOtherProtocolsTest {

  static Stream<Arguments> faultsByProtocol() {
    List<Reply> faults =
        List.of(
            Faults.cutAfter(50),
            Faults.cutChunkedAfter(50),
            Faults.disconnect(),
            Faults.reset(),
            Faults.resetAfter(50));
    return Stream.of(WireProtocol.values())
        .flatMap(protocol -> faults.stream().map(fault -> Arguments.of(protocol, fault)));
  }

  @ParameterizedTest
  @MethodSource("faultsByProtocol")
  void aFaultIsAnErrorOnceAndThenAllIsWell(WireProtocol protocol, Reply fault) throws Exception {
    try (FakeDicomWebServer server = start(protocol);
        TestClient client = new TestClient(server, protocol)) {
      server.when(any()).reply(fault).times(1);
      assertThatThrownBy(() -> client.get(server.url("/studies/2.999.1")))
          .isInstanceOf(IOException.class);
      assertThat(client.get(server.url("/studies/2.999.1")).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEarlyEndWithoutALengthLooksWhole(WireProtocol protocol) throws Exception {
    try (FakeDicomWebServer server = start(protocol);
        TestClient client = new TestClient(server, protocol)) {
      server.when(any()).reply(Faults.endAfter(50));
      assertThat(client.get(server.url("/studies/2.999.1")).body()).hasSize(50);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStallEndsWhenTheServerCloses(WireProtocol protocol) throws Exception {
    try (FakeDicomWebServer server = start(protocol);
        TestClient client = new TestClient(server, protocol)) {
      server.when(any()).reply(Faults.stallAfter(50));
      Thread closing = new Thread(() -> closeAfterOneRequest(server));
      closing.start();
      assertThatThrownBy(() -> client.get(server.url("/studies/2.999.1")))
          .isInstanceOf(IOException.class);
      closing.join();
    }
  }

  private static void closeAfterOneRequest(FakeDicomWebServer server) {
    try {
      server.awaitRequests(any(), 1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      server.close();
    }
  }

  private static FakeDicomWebServer start(WireProtocol protocol) {
    return FakeDicomWebServer.builder().study(SyntheticStudies.small()).protocol(protocol).start();
  }
}
