package dev.dicomwebdump.cli;

/** Shows how far a run is, from {@link #begin} until it is closed. */
interface ProgressView extends AutoCloseable {

  /** Shows nothing. */
  ProgressView NONE =
      new ProgressView() {
        @Override
        public void begin(ProgressText text) {}

        @Override
        public void close() {}
      };

  /** Begins to show; polls the text from a thread of its own. */
  void begin(ProgressText text);

  @Override
  void close();
}
