package dev.dicomwebdump.crawl;

import dev.dicomwebdump.dicomjson.Attribute;
import dev.dicomwebdump.dicomjson.Dataset;
import dev.dicomwebdump.dicomjson.DatasetReader;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one page of a search names, each UID once across the pages of the search. An entry that
 * names nothing, or what is of another study or series, is told by itself.
 */
public abstract sealed class SearchCursor<T> implements Cursor<T>
    permits StudySearchCursor, SeriesSearchCursor, InstanceSearchCursor {

  private final DatasetReader datasets;
  private final Set<Uid> seen;
  private long entries;
  private long fresh;

  /**
   * @param page the page, content-decoded; closed with this cursor
   * @param seen what earlier pages named; takes what this one names
   */
  SearchCursor(InputStream page, Set<Uid> seen) throws IOException {
    this.datasets = new DatasetReader(page);
    this.seen = seen;
  }

  @Override
  public final @Nullable T next() throws IOException {
    for (Dataset dataset = datasets.next(); dataset != null; dataset = datasets.next()) {
      entries++;
      T found = read(new Entry(dataset));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** How many entries were read so far, of any sort. */
  public final long entries() {
    return entries;
  }

  /** How many of them named what no page before had named. */
  public final long fresh() {
    return fresh;
  }

  @Override
  public final void close() throws IOException {
    datasets.close();
  }

  /** What an entry comes to; null for what was named before. */
  abstract @Nullable T read(Entry entry);

  /** Whether what an entry names was not named before. */
  final boolean isFresh(Uid named) {
    boolean added = seen.add(named);
    fresh += added ? 1 : 0;
    return added;
  }

  /** A number of which servers may say nothing, or nonsense; -1 then. */
  static long count(Entry entry, Attribute attribute) {
    return Math.max(entry.dataset().integer(attribute).orElse(-1), -1);
  }
}
