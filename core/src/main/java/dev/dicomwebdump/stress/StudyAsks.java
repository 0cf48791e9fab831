package dev.dicomwebdump.stress;

import dev.dicomwebdump.crawl.InstanceName;
import dev.dicomwebdump.resource.InstanceUids;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.SearchPage;
import dev.dicomwebdump.resource.Uid;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Names what can be asked for of studies by the instances that they have: of each instance, and,
 * with the first one, of its series and study. Used by one thread.
 */
final class StudyAsks {

  /** Asks for all that the server gives unasked. */
  private static final SearchPage WHOLE = new SearchPage(1, "");

  private final Set<ResourceKind> kinds;
  private final Consumer<Ask> found;
  private final Set<Uid> studies = new HashSet<>();
  private final Set<InstanceUids> series = new HashSet<>();

  /**
   * @param kinds what is wanted
   * @param found hears of each, in the order in which a dump would ask; what it is asked for as is
   *     not known yet, and empty
   */
  StudyAsks(Set<ResourceKind> kinds, Consumer<Ask> found) {
    this.kinds = kinds;
    this.found = found;
  }

  /** Names what an instance has. */
  void add(Uid study, InstanceName name) {
    if (studies.add(study)) {
      addStudy(study);
    }
    if (series.add(new InstanceUids(study, name.series()))) {
      addSeries(study, name.series());
    }
    addInstance(study, name.series(), name.instance(), name.pixels());
  }

  private void addStudy(Uid study) {
    add(Resource.studiesSearch(new SearchPage(1, "StudyInstanceUID=" + study)));
    add(Resource.seriesSearch(study, WHOLE));
    add(Resource.studyMetadata(study));
    add(Resource.xmlOf(Resource.studyMetadata(study)));
    add(Resource.studyInstances(study));
  }

  private void addSeries(Uid study, Uid of) {
    Resource metadata = Resource.seriesMetadata(study, of);
    add(metadata);
    add(Resource.xmlOf(metadata));
    add(Resource.instancesSearch(study, of, WHOLE));
    add(Resource.seriesInstances(study, of));
  }

  private void addInstance(Uid study, Uid of, Uid sop, Pixels pixels) {
    Resource metadata = Resource.instanceMetadata(study, of, sop);
    add(metadata);
    add(Resource.xmlOf(metadata));
    add(Resource.instance(study, of, sop), pixels);
    if (pixels.frames() > 0) {
      add(Resource.rendered(study, of, sop));
      add(Resource.thumbnail(study, of, sop));
    }
    for (int frame = 1; frame <= pixels.frames() && kinds.contains(ResourceKind.FRAME); frame++) {
      add(Resource.frame(study, of, sop, frame), pixels);
    }
  }

  private void add(Resource resource) {
    add(resource, Pixels.NONE);
  }

  private void add(Resource resource, Pixels pixels) {
    if (kinds.contains(resource.kind())) {
      found.accept(new Ask(resource, pixels, ""));
    }
  }
}
