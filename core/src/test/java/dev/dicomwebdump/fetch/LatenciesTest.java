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
import java.util.Objects;
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

    assertThat(ratio()).isCloseTo(2, within(1e-9));
  }

  @Test
  void aBodyOfAnotherSizeIsNotItsLike() {
    add(before, "frame", 1_000_000, 40);
    add(after, "frame", 1000, 1);

    assertThat(after.comparedWith(before)).isNull();
  }

  @Test
  void lessThanHalfIsNoComparison() {
    add(before, "frame", 1000, 10);
    add(after, "frame", 1000, 10);
    add(after, "metadata", 1000, 10);
    assertThat(ratio()).isEqualTo(1);

    add(after, "metadata", 1000, 10);

    assertThat(after.comparedWith(before)).isNull();
  }

  @Test
  void oneThatTookEverSoLongMakesItUncertain() {
    for (int i = 0; i < 20; i++) {
      add(before, "frame", 1000, 10);
      add(after, "frame", 1000, 10);
    }
    assertThat(error()).isZero();

    add(after, "frame", 1000, 1000);

    assertThat(error()).isGreaterThan(0.5);
  }

  @Test
  void moreOfThemMakeItMoreCertain() {
    scatter(1);
    assertThat(error()).isBetween(0.4, 0.5);

    scatter(99);

    assertThat(error()).isBetween(0.04, 0.05);
    assertThat(ratio()).isCloseTo(1, within(1e-9));
  }

  @Test
  void ofOneAloneItIsNotKnownHowFarTheyScatter() {
    add(before, "frame", 1000, 10);
    add(after, "frame", 1000, 10);

    assertThat(error()).isCloseTo(Math.sqrt(2), within(1e-9));
  }

  @Test
  void severalRoundsAreComparedAsOne() {
    add(before, "frame", 1000, 10);
    Latencies further = new Latencies();
    add(further, "frame", 1000, 30);
    add(further, "metadata", 1000, 5);
    after.addAll(further);
    after.addAll(further);

    assertThat(after.count()).isEqualTo(4);
    assertThat(ratio()).isCloseTo(3, within(1e-9));
  }

  @Test
  void whatIsNotKnownIsNotCounted() {
    Exchange untimed = exchange("frame", 1000, Timings.UNKNOWN);

    after.add(untimed);

    assertThat(after.count()).isZero();
    assertThat(after.comparedWith(before)).isNull();
  }

  private void scatter(int times) {
    for (int i = 0; i < times; i++) {
      for (Latencies latencies : List.of(before, after)) {
        add(latencies, "frame", 1000, 5);
        add(latencies, "frame", 1000, 15);
        add(latencies, "frame", 1000, 10);
        add(latencies, "frame", 1000, 1);
        add(latencies, "frame", 1000, 19);
      }
    }
  }

  private double ratio() {
    return Math.exp(Objects.requireNonNull(after.comparedWith(before)).logarithm());
  }

  private double error() {
    return Objects.requireNonNull(after.comparedWith(before)).error();
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
