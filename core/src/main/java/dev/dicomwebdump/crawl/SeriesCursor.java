package dev.dicomwebdump.crawl;

import dev.dicomwebdump.dicomjson.Attribute;
import dev.dicomwebdump.dicomjson.Dataset;
import dev.dicomwebdump.dicomjson.DatasetReader;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The series that study metadata names, each once. Holds the set of them, and no more. */
public final class SeriesCursor implements Cursor<SeriesEntry> {

  private final DatasetReader datasets;
  private final Uid study;
  private final Set<Uid> named = new HashSet<>();

  /**
   * @param metadata study metadata, content-decoded; closed with this cursor
   * @param study the study that was asked for
   */
  public SeriesCursor(InputStream metadata, Uid study) throws IOException {
    this.datasets = new DatasetReader(metadata);
    this.study = study;
  }

  /** {@inheritDoc} Each entry of another study, or without a series, is told by itself. */
  @Override
  public @Nullable SeriesEntry next() throws IOException {
    for (Dataset dataset = datasets.next(); dataset != null; dataset = datasets.next()) {
      SeriesEntry found = read(new Entry(dataset));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    datasets.close();
  }

  private @Nullable SeriesEntry read(Entry entry) {
    if (entry.contradicts(Attribute.STUDY_INSTANCE_UID, study)) {
      return entry.foreign();
    }
    Uid series = entry.uid(Attribute.SERIES_INSTANCE_UID);
    if (series == null) {
      return entry.unusable(Attribute.SERIES_INSTANCE_UID);
    }
    return named.add(series)
        ? new SeriesName(series, entry.dataset().string(Attribute.MODALITY))
        : null;
  }
}
