package dev.dicomwebdump.cli;

import dev.dicomwebdump.dump.Progress;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** One line on a terminal that is written anew a few times a second. */
final class LiveView implements ProgressView {

  private static final int INTERVAL_MILLIS = 200;

  private final Terminal terminal;
  private @Nullable ProgressBar bar;

  LiveView(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void begin(Supplier<Progress> progress) {
    ProgressLine line = new ProgressLine();
    bar =
        new ProgressBarBuilder()
            .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.columns()))
            .setRenderer(
                (state, width) -> line.text(progress.get(), state.getTotalElapsed(), width))
            .setUpdateIntervalMillis(INTERVAL_MILLIS)
            .continuousUpdate()
            .clearDisplayOnFinish()
            .build();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
