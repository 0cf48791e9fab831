package dev.dicomwebdump.crawl;

import dev.dicomwebdump.dicomjson.Attribute;
import dev.dicomwebdump.dicomjson.Dataset;
import dev.dicomwebdump.dicomjson.DatasetReader;
import dev.dicomwebdump.resource.InstanceUids;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The instances of all series that study metadata names, each once, in the order of the document.
 * Holds the set of them.
 */
public final class StudyCursor implements Cursor<InstanceEntry> {

  private final DatasetReader datasets;
  private final Uid study;
  private final Set<InstanceUids> named = new HashSet<>();

  /**
   * @param metadata study metadata, content-decoded; closed with this cursor
   * @param study the study that was asked for
   * @throws IOException when the stream cannot be read
   */
  public StudyCursor(InputStream metadata, Uid study) throws IOException {
    this.datasets = new DatasetReader(metadata);
    this.study = study;
  }

  /**
   * {@inheritDoc} Each entry of another study, or without a series or instance, is told by itself.
   */
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
    if (entry.contradicts(Attribute.STUDY_INSTANCE_UID, study)) {
      return entry.foreign();
    }
    Uid series = entry.uid(Attribute.SERIES_INSTANCE_UID);
    if (series == null) {
      return entry.unusable(Attribute.SERIES_INSTANCE_UID);
    }
    Uid instance = entry.uid(Attribute.SOP_INSTANCE_UID);
    if (instance == null) {
      return entry.unusable(Attribute.SOP_INSTANCE_UID);
    }
    return named.add(new InstanceUids(series, instance))
        ? new InstanceName(
            series, instance, PixelFacts.of(entry.dataset()), BulkNames.of(entry.dataset()))
        : null;
  }
}
