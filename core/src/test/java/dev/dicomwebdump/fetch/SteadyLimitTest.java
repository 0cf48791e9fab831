package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteadyLimitTest {

  private static final Request REQUEST =
      new Request(URI.create("https://pacs.example/studies"), Headers.NONE);

  @ParameterizedTest
  @CsvSource({"8, 4", "5, 2", "2, 1", "1, 1"})
  void halvingLeavesOneAtLeast(int most, int left) {
    SteadyLimit limit = new SteadyLimit(most);

    limit.halve();

    assertThat(limit.allowed()).isEqualTo(left);
  }

  @Test
  void itRecoversByOneAfterAsManyAnswersAsAreAllowed() {
    SteadyLimit limit = new SteadyLimit(4);
    limit.halve();

    int[] allowed = new int[8];
    for (int answer = 0; answer < allowed.length; answer++) {
      learn(limit, 200);
      allowed[answer] = limit.allowed();
    }

    assertThat(allowed).containsExactly(2, 3, 3, 3, 4, 4, 4, 4);
  }

  @Test
  void failuresDoNotRecoverIt() {
    SteadyLimit limit = new SteadyLimit(2);
    limit.halve();

    learn(limit, 502);

    assertThat(limit.allowed()).isEqualTo(1);
  }

  private static void learn(SteadyLimit limit, int status) {
    HostPace.Turn turn = new HostPace.Turn(0, 1, limit.allowed(), 1, FakeWaits.START);
    limit.learn(turn, Answer.status(status).to(REQUEST, new FakeSink(), FakeWaits.START));
  }
}
