package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.InstanceCensus;
import dev.dicomwebdump.crawl.InstanceCursor;
import dev.dicomwebdump.crawl.InstanceEntry;
import dev.dicomwebdump.crawl.InstanceName;
import dev.dicomwebdump.crawl.Unusable;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The instances of one series: those that the series' metadata names, then those that only the
 * study's metadata names. Where the series' metadata was not had, the study's stands in.
 */
final class InstanceWorkCursor extends WorkCursor {

  private final StudyRun study;
  private final Uid series;
  private final Expansion expansion;
  private final Set<Uid> named = new HashSet<>();
  private InstanceCensus census = InstanceCensus.NONE;
  private final SiblingNames names;
  private final boolean hasOwnMetadata;
  private InstanceCursor instances;
  private boolean inStudy;

  /**
   * @param metadata the series' metadata; null where it was not had
   */
  InstanceWorkCursor(
      StudyRun study, Uid series, @Nullable RecordedMetadata metadata, Expansion expansion)
      throws IOException {
    super(Level.INSTANCES, study);
    this.study = study;
    this.series = series;
    this.expansion = expansion;
    this.names = new SiblingNames(metadata().recorded().folder());
    this.hasOwnMetadata = metadata != null;
    this.inStudy = metadata == null;
    this.instances =
        metadata == null
            ? inStudy()
            : InstanceCursor.overSeries(metadata.open(), study.study(), series);
  }

  @Override
  @Nullable Step next() throws IOException {
    while (true) {
      InstanceEntry entry = instances.next();
      if (entry instanceof InstanceName name) {
        if (named.add(name.instance())) {
          census = census.with(name.instance());
          if (hasPlace(name)) {
            return stepInto(name);
          }
        }
      } else if (entry != null) {
        passOver(entry);
      } else if (inStudy || census.equals(censusOfStudy())) {
        return null;
      } else {
        goOnInStudy();
      }
    }
  }

  private Step stepInto(InstanceName name) {
    study.tally().named(ResourceKind.INSTANCE_METADATA, 1);
    if (expansion.passesOver(ResourceKind.INSTANCE_METADATA, study)) {
      return expansion.pixelsOf(study, series, name.instance(), name.pixels());
    }
    Resource metadata = Resource.instanceMetadata(study.study(), series, name.instance());
    return new Task.Ask(study, metadata, name.pixels());
  }

  private void passOver(InstanceEntry entry) {
    if (entry instanceof Unusable unusable && !inStudy) {
      study.tally().unusable(Resource.seriesMetadata(study.study(), series), unusable.why());
    } else if (!inStudy) {
      study.tally().note("an entry of another series in a series' metadata was passed over");
    }
  }

  private boolean hasPlace(InstanceName name) {
    if (hasOwnMetadata && inStudy) {
      study.tally().note("an instance is named by the study's metadata, but not by its series'");
    }
    boolean taken = names.isTaken(name.instance());
    if (taken) {
      Resource metadata = Resource.seriesMetadata(study.study(), series);
      study.tally().unusable(metadata, SiblingNames.TAKEN);
    }
    return !taken;
  }

  private void goOnInStudy() throws IOException {
    instances.close();
    inStudy = true;
    instances = inStudy();
  }

  private InstanceCursor inStudy() throws IOException {
    return InstanceCursor.overStudy(metadata().recorded().open(), study.study(), series);
  }

  private InstanceCensus censusOfStudy() {
    return metadata().outline().series().getOrDefault(series, InstanceCensus.NONE);
  }

  private StudyRun.StudyMetadata metadata() {
    StudyRun.StudyMetadata had = study.metadata();
    if (had == null) {
      throw new IllegalStateException("a series is known only by its study's metadata");
    }
    return had;
  }

  @Override
  public void close() throws IOException {
    instances.close();
  }
}
