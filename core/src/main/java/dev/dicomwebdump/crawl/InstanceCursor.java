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

/** The instances of one series that metadata names, each once. Holds the set of them. */
public final class InstanceCursor implements Cursor<InstanceEntry> {

  private final DatasetReader datasets;
  private final Uid study;
  private final Uid series;
  private final boolean wholeStudy;
  private final Set<Uid> named = new HashSet<>();

  private InstanceCursor(InputStream metadata, Uid study, Uid series, boolean wholeStudy)
      throws IOException {
    this.datasets = new DatasetReader(metadata);
    this.study = study;
    this.series = series;
    this.wholeStudy = wholeStudy;
  }

  /**
   * Over series metadata. An entry that does not say its series is of the one that was asked for;
   * one that names another series or study is {@link Foreign}, since an instance is asked for under
   * its own series only.
   *
   * @param metadata series metadata, content-decoded; closed with the cursor
   */
  public static InstanceCursor overSeries(InputStream metadata, Uid study, Uid series)
      throws IOException {
    return new InstanceCursor(metadata, study, series, false);
  }

  /**
   * Over study metadata, where it stands in for series metadata. Entries that do not name the
   * series are passed over, as are those of another study: {@link SeriesCursor} has told them.
   *
   * @param metadata study metadata, content-decoded; closed with the cursor
   */
  public static InstanceCursor overStudy(InputStream metadata, Uid study, Uid series)
      throws IOException {
    return new InstanceCursor(metadata, study, series, true);
  }

  @Override
  public @Nullable InstanceEntry next() throws IOException {
    for (Dataset dataset = datasets.next(); dataset != null; dataset = datasets.next()) {
      InstanceEntry found = read(new Entry(dataset));
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

  private @Nullable InstanceEntry read(Entry entry) {
    if (wholeStudy && !entry.names(Attribute.SERIES_INSTANCE_UID, series)) {
      return null;
    }
    if (entry.contradicts(Attribute.STUDY_INSTANCE_UID, study)) {
      return wholeStudy ? null : entry.foreign();
    }
    if (entry.contradicts(Attribute.SERIES_INSTANCE_UID, series)) {
      return entry.foreign();
    }
    return instance(entry);
  }

  private @Nullable InstanceEntry instance(Entry entry) {
    Uid instance = entry.uid(Attribute.SOP_INSTANCE_UID);
    if (instance == null) {
      return entry.unusable(Attribute.SOP_INSTANCE_UID);
    }
    return named.add(instance)
        ? new InstanceName(
            series, instance, PixelFacts.of(entry.dataset()), BulkNames.of(entry.dataset()))
        : null;
  }
}
