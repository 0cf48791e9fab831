package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.InstanceCensus;
import dev.dicomwebdump.crawl.InstanceCursor;
import dev.dicomwebdump.crawl.InstanceEntry;
import dev.dicomwebdump.crawl.InstanceName;
import dev.dicomwebdump.crawl.Unusable;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The instances of one series: those that the series' metadata names, then those that only the
 * study's metadata names. Where the series' metadata was not had, the study's stands in.
 */
final class InstanceWorkCursor extends WorkCursor {

  private final StudyRun study;
  private final Uid series;
  private final @Nullable RecordedMetadata own;
  private final Iterator<Task.Ask> extras;
  private final Expansion expansion;
  private final Set<Uid> named = new HashSet<>();
  private InstanceCensus census = InstanceCensus.NONE;
  private final SiblingNames names;
  private InstanceCursor instances;
  private boolean inStudy;

  /**
   * @param own the series' metadata; null where it was not had
   * @param extras what the series has beside its instances
   */
  InstanceWorkCursor(
      StudyRun study,
      Uid series,
      @Nullable RecordedMetadata own,
      List<Task.Ask> extras,
      Expansion expansion)
      throws IOException {
    super(Level.INSTANCES, study);
    this.study = study;
    this.series = series;
    this.expansion = expansion;
    this.own = own;
    this.extras = extras.iterator();
    this.names = new SiblingNames(metadata().recorded().folder());
    this.inStudy = own == null;
    this.instances =
        own == null ? inStudy() : InstanceCursor.overSeries(own.open(), study.study(), series);
  }

  @Override
  @Nullable Step next() throws IOException {
    if (extras.hasNext()) {
      return extras.next();
    }
    while (true) {
      InstanceEntry entry = instances.next();
      if (entry instanceof InstanceName name) {
        Step step = named.add(name.instance()) ? stepInto(name) : null;
        if (step != null) {
          return step;
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

  private @Nullable Step stepInto(InstanceName name) {
    census = census.with(name.instance());
    RecordedMetadata source = inStudy || own == null ? metadata().recorded() : own;
    return hasPlace(name) ? expansion.intoInstance(study, name, source.url()) : null;
  }

  private void passOver(InstanceEntry entry) {
    if (entry instanceof Unusable unusable && !inStudy) {
      study.tally().unusable(Resource.seriesMetadata(study.study(), series), unusable.why());
    } else if (!inStudy) {
      study.tally().note("an entry of another series in a series' metadata was passed over");
    }
  }

  private boolean hasPlace(InstanceName name) {
    if (own != null && inStudy) {
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
    return study.requireMetadata();
  }

  @Override
  public void close() throws IOException {
    instances.close();
  }
}
