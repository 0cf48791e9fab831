package dev.dicomwebdump.cli;

import dev.dicomwebdump.dump.Progress;
import java.util.function.Supplier;

/** Shows how far a run is, from {@link #begin} until it is closed. */
interface ProgressView extends AutoCloseable {

  /** Shows nothing. */
  ProgressView NONE =
      new ProgressView() {
        @Override
        public void begin(Supplier<Progress> progress) {}

        @Override
        public void close() {}
      };

  /** Begins to show; polls the progress from a thread of its own. */
  void begin(Supplier<Progress> progress);

  @Override
  void close();
}
