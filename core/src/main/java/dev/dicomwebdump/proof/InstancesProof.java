package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.InstanceUids;
import dev.dicomwebdump.resource.Uid;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of the instances of a study or series, each once. Which there should be, only metadata
 * can tell. Holds the UIDs of those that came.
 */
final class InstancesProof extends FileProof {

  private final Uid study;
  private final @Nullable Uid series;
  private final Set<String> came = new HashSet<>();
  private @Nullable InstanceUids instance;

  /**
   * @param series null when those of a whole study were asked for
   */
  InstancesProof(Uid study, @Nullable Uid series) {
    this.study = study;
    this.series = series;
  }

  @Override
  @Nullable Problem problem(FileHead read, List<String> notes) {
    String told = String.valueOf(read.toldInstanceUid());
    instance = null;
    if (read.studyUid() != null && !read.studyUid().equals(study.value())) {
      return new Problem(Problem.Kind.UID, "the file is of another study");
    }
    if (series != null && read.seriesUid() != null && !read.seriesUid().equals(series.value())) {
      return new Problem(Problem.Kind.UID, "the file is of another series");
    }
    if (!came.add(told)) {
      return new Problem(Problem.Kind.UID, "the instance came before: " + told);
    }
    Uid name = Uid.orNull(told);
    if (name == null) {
      notes.add("an instance has a UID that cannot be a name");
    } else {
      instance = new InstanceUids(series == null ? Uid.orNull(read.seriesUid()) : series, name);
    }
    return null;
  }

  @Override
  @Nullable InstanceUids instance() {
    return instance;
  }
}
