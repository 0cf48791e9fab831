package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Exchange;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long responses took, to be compared with others: like with like only, since a frame and an
 * instance's metadata take different times on any server. Not safe for use by several threads.
 */
final class Latencies {

  /**
   * How many times as long responses took as others.
   *
   * @param logarithm of the ratio of the mean times; 0 when they are the same
   * @param error standard error of the logarithm: how far chance may have moved it
   */
  record Ratio(double logarithm, double error) {}

  /**
   * Responses whose times can be compared.
   *
   * @param accept what was asked for
   * @param magnitude half the number of bits of the body's length: within a factor of four
   */
  private record Alike(@Nullable String accept, int magnitude) {}

  /** Means are arithmetic: Little's law holds for no others. */
  private static final class Sum {
    private double total;
    private double squares;
    private int count;

    private void add(double value) {
      total += value;
      squares += value * value;
      count++;
    }

    private void addAll(Sum other) {
      total += other.total;
      squares += other.squares;
      count += other.count;
    }

    private double mean() {
      return total / count;
    }

    /** Of one alone nothing is known: then it is taken to be as large as the mean. */
    private double variance() {
      return count < 2 ? mean() * mean() : Math.max(0, (squares - total * mean()) / (count - 1));
    }
  }

  private final Map<Alike, Sum> sums = new HashMap<>();
  private int count;

  /** Adds one; nothing when it is not known how long it took. */
  void add(Exchange exchange) {
    Duration waiting = exchange.timings().waiting();
    Duration receive = exchange.timings().receive();
    if (waiting == null || receive == null) {
      return;
    }
    sum(kind(exchange)).add((double) Math.max(1000, waiting.plus(receive).toNanos()));
    count++;
  }

  /** Adds all of the others. */
  void addAll(Latencies others) {
    others.sums.forEach((kind, sum) -> sum(kind).addAll(sum));
    count += others.count;
  }

  int count() {
    return count;
  }

  /**
   * How many times as long these took as the others would have, had they been of the same kinds;
   * null when fewer than half of them have their like among the others.
   */
  @Nullable Ratio comparedWith(Latencies others) {
    double own = 0;
    double ownVariance = 0;
    double expected = 0;
    double expectedVariance = 0;
    int compared = 0;
    for (Map.Entry<Alike, Sum> entry : sums.entrySet()) {
      Sum sum = entry.getValue();
      Sum other = others.sums.get(entry.getKey());
      if (other != null) {
        double n = sum.count;
        own += sum.total;
        ownVariance += n * sum.variance();
        expected += n * other.mean();
        expectedVariance += n * n * other.variance() / other.count;
        compared += sum.count;
      }
    }
    if (compared == 0 || 2 * compared < count) {
      return null;
    }
    double error = Math.sqrt(ownVariance / (own * own) + expectedVariance / (expected * expected));
    return new Ratio(Math.log(own / expected), error);
  }

  private Sum sum(Alike kind) {
    return sums.computeIfAbsent(kind, key -> new Sum());
  }

  private static Alike kind(Exchange exchange) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(exchange.bodyBytes());
    return new Alike(exchange.request().headers().first("Accept"), bits / 2);
  }
}
