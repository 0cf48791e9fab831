package dev.dicomwebdump.dump;

import dev.dicomwebdump.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The levels of metadata below the study's, of one server. Safe for use by many threads at once.
 */
final class MetadataLevels {

  private final MetadataLevel<ResourceWalk.Asked> series = new MetadataLevel<>();
  private final MetadataLevel<ResourceWalk.Asked> instances = new MetadataLevel<>();
  private final List<ResourceWalk.Asked> studies = new ArrayList<>();

  /** Writes down what is decided upon. */
  @FunctionalInterface
  interface Commit {
    void of(List<ResourceWalk.Asked> decided, boolean levelUnsupported);
  }

  /** Whether the server is known not to have a level of metadata. */
  boolean isUnsupported(ResourceKind kind) {
    return switch (kind) {
      case SERIES_METADATA -> series.isUnsupported();
      case INSTANCE_METADATA -> instances.isUnsupported();
      default -> false;
    };
  }

  /** The server is known to have a level, since an earlier run had some of it. */
  void served(ResourceKind kind, Commit commit) {
    switch (kind) {
      case SERIES_METADATA -> commit.of(series.served(), false);
      case INSTANCE_METADATA -> commit.of(instances.served(), false);
      default -> {}
    }
  }

  /** An earlier run found that the server has not a level. */
  void unsupported(ResourceKind kind, Commit commit) {
    switch (kind) {
      case SERIES_METADATA -> commit.of(series.unsupported(), series.isUnsupported());
      case INSTANCE_METADATA -> commit.of(instances.unsupported(), instances.isUnsupported());
      default -> {}
    }
  }

  /** Commits a resource and those held back with it, or holds it back. */
  void judge(ResourceWalk.Asked asked, Commit commit) {
    switch (asked.task().resource().kind()) {
      case SERIES_METADATA -> judge(series, asked, commit);
      case INSTANCE_METADATA -> judge(instances, asked, commit);
      case STUDY_METADATA -> judgeStudy(asked, commit);
      default -> commit.of(List.of(asked), false);
    }
  }

  /** Whether searches know the study shows when it ends. */
  private void judgeStudy(ResourceWalk.Asked asked, Commit commit) {
    boolean refused =
        asked.exchange().problem() != null
            && MetadataLevel.mayBeUnsupported(asked.exchange().status());
    if (!refused) {
      commit.of(List.of(asked), false);
      return;
    }
    synchronized (studies) {
      studies.add(asked);
    }
  }

  /**
   * Commits what is held back of a study: as failures, but that its own metadata is no failure
   * where searches know the study.
   */
  void giveUp(StudyRun study, Commit commit) {
    giveUp(series, study, commit);
    giveUp(instances, study, commit);
    List<ResourceWalk.Asked> own;
    synchronized (studies) {
      own = studies.stream().filter(asked -> asked.task().study() == study).toList();
      studies.removeAll(own);
    }
    commit.of(own, study.tally().isFound());
  }

  private static void giveUp(
      MetadataLevel<ResourceWalk.Asked> level, StudyRun study, Commit commit) {
    synchronized (level) {
      commit.of(level.giveUp(asked -> asked.task().study() == study), false);
    }
  }

  /**
   * What was held back is committed under the level's lock: else the study of some of it could end,
   * by another worker, while it is on its way to disk.
   */
  private static void judge(
      MetadataLevel<ResourceWalk.Asked> level, ResourceWalk.Asked asked, Commit commit) {
    boolean refused = MetadataLevel.mayBeUnsupported(asked.exchange().status());
    synchronized (level) {
      if (asked.exchange().problem() == null) {
        commit.of(level.served(), false);
      } else if (refused) {
        commit.of(level.refused(asked), level.isUnsupported());
      }
    }
    if (!refused) {
      commit.of(List.of(asked), false);
    }
  }
}
