package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Request;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFramesTest {

  @ParameterizedTest
  @CsvSource({"406, 6", "400, 2", "500, 3", "404, 1", "501, 1"})
  void theFramesOfAnInstanceWithoutFramesCostOneRequestEach(int status, int ladder)
      throws InterruptedException {
    Fixture fixture = new Fixture(Answer.status(status));
    for (int frame = 1; frame <= 1250; frame++) {
      assertThat(fixture.fetch(Fixture.frame(1, frame)).status()).isEqualTo(status);
    }

    assertThat(fixture.server.requests).hasSize(3 * ladder + 1247);
    assertThat(fixture.server.accepts().get(3 * ladder + 1246)).contains("transfer-syntax");
  }

  @Test
  void anotherInstanceIsAskedInFull() throws InterruptedException {
    Fixture fixture = new Fixture(Answer.status(406));
    fetchFrames(fixture, 4);

    assertThat(fixture.requestsFor(Fixture.frame(2, 1))).isEqualTo(6);
    assertThat(fixture.requestsFor(Fixture.instance(1))).isEqualTo(6);
  }

  @Test
  void aSuccessLiftsIt() throws InterruptedException {
    Fixture fixture = byFrame(frame -> frame == 5 ? Answer.OK : Answer.status(406));
    fetchFrames(fixture, 5);

    assertThat(fixture.requestsFor(Fixture.frame(1, 6))).isEqualTo(6);
  }

  @Test
  void framesThatAreRefusedDifferentlySayNothing() throws InterruptedException {
    Fixture fixture = byFrame(frame -> Answer.status(frame % 2 == 0 ? 406 : 400));
    fetchFrames(fixture, 4);

    assertThat(fixture.requestsFor(Fixture.frame(1, 6))).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 502, 503, 504})
  void anOutageIsNoRefusal(int status) throws InterruptedException {
    Fixture fixture = new Fixture(Answer.status(status));
    fetchFrames(fixture, 5);

    assertThat(fixture.requestsFor(Fixture.frame(1, 6))).isEqualTo(4);
  }

  @Test
  void refusedCredentialsAreNoRefusalOfTheFrame() throws InterruptedException {
    Fixture fixture = byFrame(frame -> Answer.status(frame <= 5 ? 403 : 406));
    fetchFrames(fixture, 5);

    assertThat(fixture.requestsFor(Fixture.frame(1, 6))).isEqualTo(6);
  }

  private static void fetchFrames(Fixture fixture, int last) throws InterruptedException {
    for (int frame = 1; frame <= last; frame++) {
      fixture.fetch(Fixture.frame(1, frame));
    }
  }

  private static Fixture byFrame(IntFunction<Answer> server) {
    return new Fixture(
        (Request request) -> {
          String path = request.url().getPath();
          return server.apply(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)));
        });
  }
}
