package dev.dicomwebdump.cli;

import dev.dicomwebdump.stress.Second;
import dev.dicomwebdump.stress.StressProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Puts into words how far a stress test is.
 *
 * @param progress how far it is now
 */
record StressView(Supplier<StressProgress> progress) implements ProgressText {

  @Override
  public String line(Duration elapsed, int width) {
    String text = String.join("  ", words(progress.get()));
    return text.length() <= width ? text : text.substring(0, Math.max(0, width));
  }

  private static List<String> words(StressProgress now) {
    if (now.preparing()) {
      return List.of("finding out what there is to ask for");
    }
    Second last = now.last();
    List<String> words = new ArrayList<>();
    words.add(Quantities.time(now.elapsed()) + " of " + Quantities.time(now.whole()));
    if (now.warming()) {
      words.add("warming up");
    }
    if (!last.took().isZero()) {
      words.add(StressText.decimal(last.rate()) + "/s");
      words.add("p50 " + StressText.milliseconds(last.p50()));
      words.add("p99 " + StressText.milliseconds(last.p99()));
    }
    words.add(now.failed() + " failed");
    words.add(now.inFlight() + " in flight");
    words.add(now.requests() + " requests");
    words.add(Quantities.bytes(now.bytes()));
    return words;
  }

  @Override
  public String json(Duration elapsed) {
    StressProgress now = progress.get();
    return String.format(
        Locale.ROOT,
        "{\"seconds\":%.3f,\"preparing\":%b,\"warming\":%b,\"requests\":%d,\"failures\":%d,"
            + "\"bytes\":%d,\"inFlight\":%d,\"rate\":%.1f,\"p50\":%.3f,\"p99\":%.3f}",
        now.elapsed().toMillis() / 1000.0,
        now.preparing(),
        now.warming(),
        now.requests(),
        now.failed(),
        now.bytes(),
        now.inFlight(),
        now.last().rate(),
        now.last().p50().toNanos() / 1e6,
        now.last().p99().toNanos() / 1e6);
  }
}
