package dev.dicomwebdump.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.BiFunction;

/** Plain lines in steady intervals. */
final class TickingView implements ProgressView {

  private static final Duration PLAIN = Duration.ofSeconds(10);
  private static final Duration JSON = Duration.ofSeconds(1);

  private final PrintStream err;
  private final Duration interval;
  private final BiFunction<ProgressText, Duration, String> format;
  private final Timer timer = new Timer("progress", true);

  private TickingView(
      PrintStream err, Duration interval, BiFunction<ProgressText, Duration, String> format) {
    this.err = err;
    this.interval = interval;
    this.format = format;
  }

  /** For people and logs. */
  static TickingView plain(PrintStream err) {
    return new TickingView(err, PLAIN, (text, elapsed) -> text.line(elapsed, Integer.MAX_VALUE));
  }

  /** For machines: one JSON object a line. */
  static TickingView json(PrintStream err) {
    return new TickingView(err, JSON, ProgressText::json);
  }

  @Override
  public void begin(ProgressText text) {
    Instant began = Instant.now();
    TimerTask tick =
        new TimerTask() {
          @Override
          public void run() {
            err.println(format.apply(text, Duration.between(began, Instant.now())));
          }
        };
    timer.schedule(tick, interval.toMillis(), interval.toMillis());
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
