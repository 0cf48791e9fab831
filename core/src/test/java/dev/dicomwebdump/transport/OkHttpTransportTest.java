package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/** OkHttp under the contract of transports, and what is its own. */
class OkHttpTransportTest extends EveryContract {
  OkHttpTransportTest() {
    super(OkHttpTransport::new);
  }

  @Test
  void itsThreadsDoNotKeepTheProgramRunning() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(new MockResponse.Builder().body("x").build());
      Wire.HTTP_2_PRIOR_KNOWLEDGE.configure(server);
      server.start();
      TransportSettings settings = priorKnowledge();
      try (Transport transport = new OkHttpTransport(settings)) {
        Request request = new Request(Wire.HTTP_2_PRIOR_KNOWLEDGE.url(server, "/"), Headers.NONE);
        assertThat(transport.exchange(request, new RecordingSink()).problem()).isNull();
      }
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> thread.getName().startsWith("Ok"))
          .isNotEmpty()
          .allMatch(Thread::isDaemon);
    }
  }

  private static TransportSettings priorKnowledge() {
    return new TransportSettingsBuilder().http2PriorKnowledge(true).build();
  }
}
