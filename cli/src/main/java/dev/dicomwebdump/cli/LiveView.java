package dev.dicomwebdump.cli;

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
  public void begin(ProgressText text) {
    bar =
        new ProgressBarBuilder()
            .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.columns()))
            .setRenderer((state, width) -> text.line(state.getTotalElapsed(), width))
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
