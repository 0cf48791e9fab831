package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.MemorySink;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.ReceivedRequest;
import dev.dicomwebdump.testkit.server.WireProtocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Http2ConnectionsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void requestsAreSpreadOverSoManyConnections(int connections) throws Exception {
    SyntheticStudy study = SyntheticStudies.small();
    try (FakeDicomWebServer server =
            FakeDicomWebServer.builder()
                .study(study)
                .protocol(WireProtocol.HTTP_2_PRIOR_KNOWLEDGE)
                .start();
        Transport transport = new HttpTransport(settings(connections))) {
      Request request = new Request(server.url(study.path() + "/metadata"), Headers.NONE);
      for (int i = 0; i < 6; i++) {
        assertThat(transport.exchange(request, new MemorySink()).problem()).isNull();
      }

      assertThat(server.requests().stream().map(ReceivedRequest::connection).distinct())
          .hasSize(connections);
    }
  }

  @Test
  void thereIsAtLeastOne() {
    assertThatThrownBy(() -> settings(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static TransportSettings settings(@Nullable Integer connections) {
    return new TransportSettingsBuilder()
        .http2PriorKnowledge(true)
        .connections(6)
        .http2Connections(connections)
        .build();
  }
}
