package dev.dicomwebdump.dump;

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

  @Override
  public void close() throws IOException {}
}
