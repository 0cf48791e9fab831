package dev.dicomwebdump.cli;

import dev.dicomwebdump.dump.Progress;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Puts into words how far a dump is.
 *
 * @param progress how far it is now
 */
record DumpProgress(Supplier<Progress> progress) implements ProgressText {

  private static final ProgressLine LINE = new ProgressLine();

  @Override
  public String line(Duration elapsed, int width) {
    return LINE.text(progress.get(), elapsed, width);
  }

  @Override
  public String json(Duration elapsed) {
    Progress now = progress.get();
    return String.format(
        Locale.ROOT,
        "{\"seconds\":%.3f,\"bytes\":%d,\"done\":%d,\"known\":%d,\"failures\":%d}",
        elapsed.toMillis() / 1000.0,
        now.bytes(),
        now.done(),
        now.known(),
        now.failures());
  }
}
