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
   * Responses whose times can be compared.
   *
   * @param accept what was asked for
   * @param magnitude half the number of bits of the body's length: within a factor of four
   */
  private record Alike(@Nullable String accept, int magnitude) {}

  /** Sums of logarithms: one answer that took ever so long does not decide alone. */
  private static final class Sum {
    private double logarithms;
    private int count;

    private double mean() {
      return logarithms / count;
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
    Sum sum = sums.computeIfAbsent(kind(exchange), key -> new Sum());
    sum.logarithms += Math.log((double) Math.max(1000, waiting.plus(receive).toNanos()));
    sum.count++;
    count++;
  }

  int count() {
    return count;
  }

  /**
   * How many times as long as the others these took, as a geometric mean; NaN when fewer than half
   * of them have their like among the others.
   */
  double comparedWith(Latencies others) {
    double differences = 0;
    int compared = 0;
    for (Map.Entry<Alike, Sum> entry : sums.entrySet()) {
      Sum other = others.sums.get(entry.getKey());
      if (other != null) {
        Sum own = entry.getValue();
        differences += own.logarithms - own.count * other.mean();
        compared += own.count;
      }
    }
    return 2 * compared < count ? Double.NaN : Math.exp(differences / compared);
  }

  private static Alike kind(Exchange exchange) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(exchange.bodyBytes());
    return new Alike(exchange.request().headers().first("Accept"), bits / 2);
  }
}
