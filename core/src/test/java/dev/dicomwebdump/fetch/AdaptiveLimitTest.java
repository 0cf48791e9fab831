package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the limit comes to against a server that serves k requests at once, in a time of its own.
 */
class AdaptiveLimitTest {

  private static final int MANY = 6000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48})
  void itSettlesNearWhatTheServerDoesAtOnce(int parallel) throws InterruptedException {
    FakeServerUnderLoad server = under(ServerModel.cores(parallel));
    server.settledAfter(MANY);

    assertThat(server.settledAfter(MANY))
        .isBetween((int) (parallel * 0.7), (int) Math.ceil(parallel * 1.5));
  }

  @Test
  void itClimbsFastAtFirst() throws InterruptedException {
    FakeServerUnderLoad server = under(ServerModel.unlimited());

    server.settledAfter(300);

    assertThat(Collections.max(server.allowed)).isGreaterThanOrEqualTo(32);
  }

  @Test
  void itNeverPassesItsBounds() throws InterruptedException {
    FakeServerUnderLoad server = under(ServerModel.unlimited());
    server.settledAfter(MANY);
    assertThat(server.settledAfter(MANY)).isGreaterThan(40);
    assertThat(Collections.max(server.allowed)).isLessThanOrEqualTo(64);
    assertThat(new AdaptiveLimit(1).allowed()).isEqualTo(1);
  }

  @Test
  void itFollowsAServerThatCanDoLess() throws InterruptedException {
    FakeServerUnderLoad server = under(ServerModel.cores(32));
    server.settledAfter(MANY);

    server.become(ServerModel.cores(4));
    server.settledAfter(MANY);

    assertThat(server.settledAfter(MANY)).isBetween(3, 6);
  }

  @Test
  void itFollowsAServerThatCanDoMore() throws InterruptedException {
    FakeServerUnderLoad server = under(ServerModel.cores(4));
    server.settledAfter(MANY);

    server.become(ServerModel.cores(16));
    server.settledAfter(MANY);

    assertThat(server.settledAfter(MANY)).isBetween(12, 22);
  }

  @Test
  void itBacksOffWhileTheServerBecomesSlowerAndSlower() throws InterruptedException {
    FakeServerUnderLoad server = under(ServerModel.cores(16));
    int before = server.settledAfter(MANY);

    for (double slowness = 1; slowness < 1000; slowness *= 1.5) {
      server.slowness(slowness);
      server.settledAfter(80);
    }

    assertThat(server.settledAfter(1)).isLessThan(before / 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void aServerThatCannotKeepUpHalvesItOnceForAllThatWereUnderWay(int status) {
    AdaptiveLimit limit = new AdaptiveLimit(64);

    for (int i = 0; i < 4; i++) {
      limit.learn(turn(i, limit.allowed()), answer(status));
    }
    assertThat(limit.allowed()).isEqualTo(2);

    limit.learn(turn(9, 2), answer(status));
    assertThat(limit.allowed()).isEqualTo(1);
  }

  @Test
  void answersThatTellNothingOfTheLimitLeaveItAlone() {
    AdaptiveLimit limit = new AdaptiveLimit(64);

    for (int i = 0; i < 100; i++) {
      limit.learn(new HostPace.Turn(i, 0, 4, 2, FakeWaits.START), answer(200));
      limit.learn(turn(i, 8), answer(200));
      limit.learn(turn(i, 4), answer(404));
    }

    assertThat(limit.allowed()).isEqualTo(4);
  }

  private static HostPace.Turn turn(long number, int allowed) {
    return new HostPace.Turn(number, 0, allowed, allowed, FakeWaits.START);
  }

  private static FakeServerUnderLoad under(ServerModel model) {
    return new FakeServerUnderLoad(new AdaptiveLimit(64), model);
  }

  private static Exchange answer(int status) {
    Request request = new Request(URI.create("https://pacs.example/studies"), Headers.NONE);
    return FakeServerUnderLoad.timed(
        Answer.status(status).to(request, new FakeSink(), FakeWaits.START), Duration.ofMillis(5));
  }

  @Test
  void itStaysBelowWhatIsRefused() throws InterruptedException {
    FakeServerUnderLoad server = under(ServerModel.unlimited().refusesOver(10));
    server.settledAfter(MANY);

    assertThat(server.settledAfter(MANY)).isBetween(4, 10);
  }
}
