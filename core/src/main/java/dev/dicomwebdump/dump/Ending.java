package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.RunEnd;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param end in a word
 * @param message one line on why it ended early; null when it finished
 * @param failure what the caller must hear as an exception; null when nothing
 */
record Ending(RunEnd end, @Nullable String message, @Nullable RuntimeException failure) {

  /** Nothing was left to do. */
  static final Ending FINISHED = new Ending(RunEnd.FINISHED, null, null);

  static Ending early(RunEnd end, String message) {
    return new Ending(end, message, null);
  }

  static Ending failed(RuntimeException failure) {
    return new Ending(RunEnd.GAVE_UP, failure.getMessage(), failure);
  }

  boolean isFinished() {
    return end == RunEnd.FINISHED;
  }
}
