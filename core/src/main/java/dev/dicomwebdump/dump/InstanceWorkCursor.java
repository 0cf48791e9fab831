package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.InstanceCensus;
import dev.dicomwebdump.crawl.InstanceCursor;
import dev.dicomwebdump.crawl.InstanceEntry;
import dev.dicomwebdump.crawl.InstanceName;
import dev.dicomwebdump.crawl.Unusable;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The instances of one series: those that the series' metadata names, then those that only the
 * study's metadata names, then a search for them. What was not had names nothing.
 */
final class InstanceWorkCursor extends WorkCursor {

  private final StudyRun study;
  private final Uid series;
  private final Sources sources;
  private final Iterator<Task.Ask> extras;
  private final Expansion expansion;
  private InstanceCensus census = InstanceCensus.NONE;
  private Task.@Nullable Ask search;
  private @Nullable RecordedMetadata source;
  private @Nullable InstanceCursor instances;
  private boolean inOwn;

  /**
   * What names the instances.
   *
   * @param own the series' metadata; null where it was not had
   * @param ofStudy the study's metadata; null where it was not had
   * @param search the first page of the search; null where none is wanted
   * @param siblings what is walked over, by the search too
   */
  record Sources(
      @Nullable RecordedMetadata own,
      StudyRun.@Nullable StudyMetadata ofStudy,
      Task.@Nullable Ask search,
      Siblings siblings) {}

  /**
   * @param extras what the series has beside its instances
   */
  InstanceWorkCursor(
      StudyRun study, Uid series, Sources sources, List<Task.Ask> extras, Expansion expansion)
      throws IOException {
    super(Level.INSTANCES, study);
    this.study = study;
    this.series = series;
    this.sources = sources;
    this.extras = extras.iterator();
    this.expansion = expansion;
    this.search = sources.search();
    RecordedMetadata own = sources.own();
    if (own == null) {
      openStudys();
    } else {
      source = own;
      inOwn = true;
      instances = InstanceCursor.overSeries(own.open(), study.study(), series);
    }
  }

  @Override
  @Nullable Step next() throws IOException {
    if (extras.hasNext()) {
      return extras.next();
    }
    for (InstanceCursor current = instances; current != null; current = instances) {
      InstanceEntry entry = current.next();
      if (entry == null) {
        goOn(current);
      } else {
        Step step = step(entry);
        if (step != null) {
          return step;
        }
      }
    }
    Task.Ask last = search;
    search = null;
    return last;
  }

  private @Nullable Step step(InstanceEntry entry) {
    if (entry instanceof InstanceName name) {
      return sources.siblings().add(name.instance()) ? stepInto(name) : null;
    }
    passOver(entry);
    return null;
  }

  private @Nullable Step stepInto(InstanceName name) {
    census = census.with(name.instance());
    RecordedMetadata from = source;
    return from != null && hasPlace(name)
        ? expansion.intoInstance(study, name, from.address())
        : null;
  }

  private void passOver(InstanceEntry entry) {
    if (entry instanceof Unusable unusable && inOwn) {
      study.tally().unusable(Resource.seriesMetadata(study.study(), series), unusable.why());
    } else if (inOwn) {
      study.tally().note("an entry of another series in a series' metadata was passed over");
    }
  }

  private boolean hasPlace(InstanceName name) {
    if (sources.own() != null && !inOwn) {
      study.tally().note("an instance is named by the study's metadata, but not by its series'");
    }
    boolean taken = sources.siblings().isTaken(name.instance());
    if (taken) {
      Resource metadata = Resource.seriesMetadata(study.study(), series);
      study.tally().unusable(metadata, SiblingNames.TAKEN);
    }
    return !taken;
  }

  /** After the series' metadata that of the study, if that names others. */
  private void goOn(InstanceCursor ended) throws IOException {
    ended.close();
    instances = null;
    if (inOwn && sources.ofStudy() != null && !census.equals(told(sources.ofStudy()))) {
      openStudys();
    }
  }

  private InstanceCensus told(StudyRun.StudyMetadata metadata) {
    return metadata.outline().series().getOrDefault(series, InstanceCensus.NONE);
  }

  private void openStudys() throws IOException {
    StudyRun.StudyMetadata ofStudy = sources.ofStudy();
    if (ofStudy != null) {
      inOwn = false;
      source = ofStudy.recorded();
      instances = InstanceCursor.overStudy(ofStudy.recorded().open(), study.study(), series);
    }
  }

  @Override
  public void close() throws IOException {
    if (instances != null) {
      instances.close();
    }
  }
}
