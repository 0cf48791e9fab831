package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.Timings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  private final Latencies before = new Latencies();
  private final Latencies after = new Latencies();

  @Test
  void likeIsComparedWithLike() {
    add(before, "frame", 100_000, 40);
    add(before, "metadata", 1000, 10);
    add(after, "metadata", 1000, 20);
    add(after, "metadata", 1000, 20);
    add(after, "frame", 100_000, 80);

    assertThat(after.comparedWith(before)).isCloseTo(2, within(1e-9));
  }

  @Test
  void aBodyOfAnotherSizeIsNotItsLike() {
    add(before, "frame", 1_000_000, 40);
    add(after, "frame", 1000, 1);

    assertThat(after.comparedWith(before)).isNaN();
  }

  @Test
  void lessThanHalfIsNoComparison() {
    add(before, "frame", 1000, 10);
    add(after, "frame", 1000, 10);
    add(after, "metadata", 1000, 10);
    assertThat(after.comparedWith(before)).isEqualTo(1);

    add(after, "metadata", 1000, 10);

    assertThat(after.comparedWith(before)).isNaN();
  }

  @Test
  void oneThatTookEverSoLongDoesNotDecide() {
    for (int i = 0; i < 20; i++) {
      add(before, "frame", 1000, 10);
      add(after, "frame", 1000, i == 7 ? 1000 : 10);
    }

    assertThat(after.comparedWith(before)).isLessThan(1.3);
  }

  @Test
  void whatIsNotKnownIsNotCounted() {
    Exchange untimed = exchange("frame", 1000, Timings.UNKNOWN);

    after.add(untimed);

    assertThat(after.count()).isZero();
    assertThat(after.comparedWith(before)).isNaN();
  }

  private static void add(Latencies latencies, String accept, long bytes, long millis) {
    Duration waiting = Duration.ofMillis(millis).dividedBy(2);
    latencies.add(
        exchange(accept, bytes, new Timings(null, null, null, null, null, waiting, waiting)));
  }

  private static Exchange exchange(String accept, long bytes, Timings timings) {
    Request request =
        new Request(
            URI.create("https://pacs.example/studies"),
            new Headers(List.of(new Header("Accept", accept))));
    return new Exchange(
        request, Answer.OK.head(), FakeWaits.START, timings, null, bytes, null, List.of());
  }
}
