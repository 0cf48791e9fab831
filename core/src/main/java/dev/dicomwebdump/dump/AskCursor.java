package dev.dicomwebdump.dump;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some resources of a study, one after another. */
final class AskCursor extends WorkCursor {

  private final Iterator<Task.Ask> asks;

  AskCursor(Level level, StudyRun study, List<Task.Ask> asks) {
    super(level, study);
    this.asks = asks.iterator();
  }

  @Override
  @Nullable Step next() {
    return asks.hasNext() ? asks.next() : null;
  }
}
