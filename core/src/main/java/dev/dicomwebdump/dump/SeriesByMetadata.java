package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.InstanceEntry;
import dev.dicomwebdump.crawl.InstanceName;
import dev.dicomwebdump.crawl.StudyCursor;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.record.SeriesLookup;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Looks in a study's metadata for the series of an instance. It is asked for few: most files tell
 * their series.
 *
 * @param metadata the study's
 */
record SeriesByMetadata(Uid study, StudyRun.StudyMetadata metadata) implements SeriesLookup {

  @Override
  public @Nullable Uid seriesOf(Uid instance) {
    try (StudyCursor instances = new StudyCursor(metadata.recorded().open(), study)) {
      for (InstanceEntry entry = instances.next(); entry != null; entry = instances.next()) {
        if (entry instanceof InstanceName name && name.instance().equals(instance)) {
          return name.series();
        }
      }
      return null;
    } catch (IOException e) {
      throw new OutputException("recorded metadata cannot be read back", e);
    }
  }
}
