package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.Cursor;
import dev.dicomwebdump.crawl.InstanceEntry;
import dev.dicomwebdump.crawl.InstanceName;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Counts the instances of one study that are wanted. Used by one thread. */
final class ExtentTally {

  private final Selection selection;
  private final SelectionMatch match;
  private final Predicate<Uid> wantedSeries;
  private final Set<Uid> series = new HashSet<>();
  private long instances;
  private long images;
  private long frames;
  private long frameRequests;
  private long pictures;

  /**
   * @param wantedSeries whether a series is wanted
   */
  ExtentTally(Selection selection, SelectionMatch match, Predicate<Uid> wantedSeries) {
    this.selection = selection;
    this.match = match;
    this.wantedSeries = wantedSeries;
  }

  /** Counts what is left of a document; does not close it. */
  void addAll(Cursor<InstanceEntry> entries) throws IOException {
    for (InstanceEntry entry = entries.next(); entry != null; entry = entries.next()) {
      if (entry instanceof InstanceName instance && wantedSeries.test(instance.series())) {
        series.add(instance.series());
        add(instance);
      }
    }
  }

  private void add(InstanceName instance) {
    if (!match.wants(instance.instance())) {
      return;
    }
    int own = instance.pixels().frames();
    int batch = selection.framesPerRequest();
    instances++;
    images += own > 0 ? 1 : 0;
    frames += own;
    frameRequests += (own + batch - 1L) / batch;
    pictures += own > 1 ? own : 0;
  }

  /** What was counted so far, by metadata: what it gives no frames has none. */
  StudyExtent byMetadata() {
    return extent(0);
  }

  /** What was counted so far, by a search: many servers tell little there. */
  StudyExtent bySearch() {
    return extent(instances - images);
  }

  private StudyExtent extent(long untold) {
    return new StudyExtent(
        1, series.size(), instances, images, frames, frameRequests, pictures, untold);
  }
}
