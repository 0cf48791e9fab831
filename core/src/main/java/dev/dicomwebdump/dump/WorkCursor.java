package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.Shortfall;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The children of one study, series or instance, named one by one. Used under the work list's lock.
 */
abstract non-sealed class WorkCursor implements Step, Closeable {

  /** How deep in the tree a cursor's children lie: the deeper, the earlier they are asked for. */
  enum Level {
    STUDIES,
    SERIES,
    INSTANCES,
    PIXELS
  }

  private final Level level;
  private final @Nullable StudyRun study;

  /**
   * @param study the study whose children these are; null above the studies
   */
  WorkCursor(Level level, @Nullable StudyRun study) {
    this.level = level;
    this.study = study;
  }

  final Level level() {
    return level;
  }

  final @Nullable StudyRun study() {
    return study;
  }

  /** The next child, or null when there is none left. */
  abstract @Nullable Step next() throws IOException;

  /** Tells all children that are left: nobody will ask for them. */
  void giveUp(Shortfalls shortfalls) throws IOException {
    for (Step step = next(); step != null; step = next()) {
      if (step instanceof Task.Ask ask) {
        shortfalls.add(Shortfall.pending(ask.resource()));
      } else if (step instanceof WorkCursor cursor) {
        try (cursor) {
          cursor.giveUp(shortfalls);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {}
}
