package dev.dicomwebdump.cli;

import dev.dicomwebdump.dump.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Plain lines in steady intervals. */
final class TickingView implements ProgressView {

  private static final Duration PLAIN = Duration.ofSeconds(10);
  private static final Duration JSON = Duration.ofSeconds(1);

  private final PrintStream err;
  private final Duration interval;
  private final BiFunction<Progress, Duration, String> format;
  private final Timer timer = new Timer("progress", true);

  private TickingView(
      PrintStream err, Duration interval, BiFunction<Progress, Duration, String> format) {
    this.err = err;
    this.interval = interval;
    this.format = format;
  }

  /** For people and logs. */
  static TickingView plain(PrintStream err) {
    ProgressLine line = new ProgressLine();
    return new TickingView(
        err, PLAIN, (progress, elapsed) -> line.text(progress, elapsed, Integer.MAX_VALUE));
  }

  /** For machines: one JSON object a line. */
  static TickingView json(PrintStream err) {
    return new TickingView(
        err,
        JSON,
        (progress, elapsed) ->
            String.format(
                Locale.ROOT,
                "{\"seconds\":%.3f,\"bytes\":%d,\"done\":%d,\"known\":%d,\"failures\":%d}",
                elapsed.toMillis() / 1000.0,
                progress.bytes(),
                progress.done(),
                progress.known(),
                progress.failures()));
  }

  @Override
  public void begin(Supplier<Progress> progress) {
    Instant began = Instant.now();
    TimerTask tick =
        new TimerTask() {
          @Override
          public void run() {
            err.println(format.apply(progress.get(), Duration.between(began, Instant.now())));
          }
        };
    timer.schedule(tick, interval.toMillis(), interval.toMillis());
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
