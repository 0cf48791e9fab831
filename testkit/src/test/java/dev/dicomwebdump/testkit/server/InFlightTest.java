package dev.dicomwebdump.testkit.server;

import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InFlightTest {
  private static final SyntheticStudy STUDY = SyntheticStudies.large(1, 1, 4);

  @ParameterizedTest
  @EnumSource
  void holdsAnswersUntilEnoughAreInFlight(WireProtocol protocol) throws Exception {
    try (FakeDicomWebServer server =
            FakeDicomWebServer.builder().study(STUDY).protocol(protocol).start();
        TestClient client = new TestClient(server, protocol)) {
      server.holdUntilInFlight(frames(), 4);
      String instance = STUDY.instances().get(0).path();
      assertThat(client.get(server.url(instance + "/metadata")).status()).isEqualTo(200);
      ExecutorService workers = Executors.newFixedThreadPool(4);
      List<Future<Integer>> statuses = new ArrayList<>();
      for (int n = 1; n <= 4; n++) {
        String path = instance + "/frames/" + n;
        statuses.add(workers.submit(() -> client.get(server.url(path)).status()));
      }
      for (Future<Integer> status : statuses) {
        assertThat(status.get()).isEqualTo(200);
      }
      workers.shutdown();
      assertThat(server.greatestInFlight()).isEqualTo(4);
      assertThat(client.get(server.url(instance + "/frames/1")).status()).isEqualTo(200);
    }
  }

  @Test
  void letsAllGoWhenTheRestDoesNotCome() throws Exception {
    InFlight inFlight = new InFlight();
    inFlight.hold(frames(), 2);
    ReceivedRequest request =
        new ReceivedRequest("GET", "/frames/1", "/frames/1", List.of(), "HTTP/1.1", 0, 0);
    inFlight.enter(request, Duration.ofMillis(1));
    inFlight.leave();
    inFlight.enter(request, Duration.ofDays(1));
    inFlight.leave();
    assertThat(inFlight.greatest()).isEqualTo(1);
  }

  @Test
  void saysThatARequestDidNotCome() {
    assertThatThrownBy(() -> new RequestLog().await(frames(), 1, Duration.ofMillis(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not 1");
  }
}
