package dev.dicomwebdump.report;

import static dev.dicomwebdump.report.Exchanges.START;
import static dev.dicomwebdump.report.Exchanges.exchange;
import static dev.dicomwebdump.report.Exchanges.timings;
import static dev.dicomwebdump.report.Exchanges.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dicomwebdump.report.Timeline.Bucket;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTallyTest {

  private final TimelineTally tally = new TimelineTally();

  private void add(long at, long waiting, long receive, long bytes) {
    tally.add(told("r", exchange(at, 200, timings(waiting, receive), bytes)));
  }

  private static long sum(Timeline timeline, ToLongFunction<Bucket> number) {
    return timeline.buckets().stream().mapToLong(number).sum();
  }

  private static double inFlight(Timeline timeline) {
    return timeline.buckets().stream().mapToDouble(Bucket::inFlight).sum()
        * timeline.width().toMillis();
  }

  @Test
  void nothingIsNoBucket() {
    assertThat(tally.timeline()).isEqualTo(new Timeline(Duration.ofMillis(10), List.of()));
    assertThat(tally.busy()).isZero();
  }

  @Test
  void anExchangeIsInEachBucketThatItWasInFlightIn() {
    add(4, 8, 12, 120); // in flight from 4 to 24, received from 12 to 24

    assertThat(tally.timeline().buckets())
        .containsExactly(
            new Bucket(START, 0, 0, 0, 0.6),
            new Bucket(START.plusMillis(10), 0, 0, 80, 1),
            new Bucket(START.plusMillis(20), 1, 0, 40, 0.4));
    assertThat(tally.busy()).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void bytesWhoseTimeIsNotKnownComeAtTheEnd() {
    add(0, 25, 0, 70);

    assertThat(tally.timeline().buckets()).extracting(Bucket::bytes).containsExactly(0L, 0L, 70L);
  }

  @Test
  void failuresAreAmongTheRequests() {
    tally.add(told("r", exchange(0, 503, timings(1, 0), 0)));
    add(0, 1, 0, 0);

    assertThat(tally.timeline().buckets()).containsExactly(new Bucket(START, 2, 1, 0, 0.2));
  }

  @Test
  void aPauseCostsNoBucket() {
    add(0, 5, 0, 1);
    add(Duration.ofDays(30).toMillis(), 5, 0, 1);

    assertThat(tally.timeline().width()).isEqualTo(Duration.ofMillis(10));
    assertThat(tally.timeline().buckets()).hasSize(2);
    assertThat(tally.busy()).isEqualTo(Duration.ofMillis(10));
  }

  @Test
  void oneLongExchangeWidensTheBuckets() {
    add(3, 3_600_000, 0, 9);

    assertThat(tally.timeline().buckets()).hasSizeBetween(300, Timeline.MOST_BUCKETS);
    assertThat(tally.busy()).isEqualTo(Duration.ofHours(1));
    assertThat(inFlight(tally.timeline())).isCloseTo(3_600_000, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void manyExchangesAreMergedAndNothingIsLost(long seed) {
    Random random = new Random(seed);
    long milliseconds = 0;
    for (int i = 0; i < 5000; i++) {
      int waiting = random.nextInt(300);
      int receive = random.nextInt(300);
      milliseconds += waiting + receive;
      add(random.nextInt(3_600_000), waiting, receive, 1000 + i);
    }
    Timeline timeline = tally.timeline();

    assertThat(timeline.buckets()).hasSizeBetween(300, Timeline.MOST_BUCKETS);
    assertThat(sum(timeline, Bucket::requests)).isEqualTo(5000);
    assertThat(sum(timeline, Bucket::bytes)).isEqualTo(5000 * 1000 + 4999 * 5000 / 2);
    assertThat(inFlight(timeline)).isCloseTo((double) milliseconds, within(1e-3));
    assertThat(timeline.buckets()).isSortedAccordingTo(Comparator.comparing(Bucket::start));
  }

  @Test
  void aCoarserTimelineHasTheSameSums() {
    for (int at = 0; at < 1000; at += 10) {
      add(at, 7, 0, at);
    }
    Timeline coarse = tally.timeline().coarser(12);

    assertThat(coarse.width()).isEqualTo(Duration.ofMillis(160));
    assertThat(coarse.buckets()).hasSizeLessThanOrEqualTo(12);
    assertThat(sum(coarse, Bucket::requests)).isEqualTo(100);
    assertThat(sum(coarse, Bucket::bytes)).isEqualTo(49_500);
    assertThat(inFlight(coarse)).isCloseTo(700, within(1e-6));
    assertThat(coarse.coarser(12)).isSameAs(coarse);
  }
}
