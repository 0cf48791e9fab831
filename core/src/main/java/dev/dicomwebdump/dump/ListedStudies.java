package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.ResourceCounts;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Begins with the studies that a list of failures names, by what earlier runs left of them. */
final class ListedStudies {

  private final FailureList list;
  private final HeldMetadata metadata;
  private final StudyBooks books;
  private final ResourceWalk walk;

  ListedStudies(FailureList list, HeldMetadata metadata, StudyBooks books, ResourceWalk walk) {
    this.list = list;
    this.metadata = metadata;
    this.books = books;
    this.walk = walk;
  }

  /**
   * Sees that the folder holds the metadata of each study of which the list names parts.
   *
   * @throws BadListException when it does not: the parts would belong to nothing
   */
  void requireMetadata() {
    list.studies()
        .forEach(
            (study, listed) -> {
              if (listed.parts() && !listed.whole() && !metadata.holds(study)) {
                throw new BadListException(
                    "the list names parts of study "
                        + study
                        + ", and the folder does not hold its metadata: dump it without"
                        + " --only-failed");
              }
            });
  }

  /** Begins with a study. */
  StudyRun begin(Uid study) {
    StudyRun begun = books.beginListed(study);
    StudyRun.StudyMetadata held = held(study);
    if (held != null) {
      begun.metadataHad(held);
    }
    DumpState before = books.held(study);
    if (before != null) {
      learn(before, ResourceKind.SERIES_METADATA);
      learn(before, ResourceKind.INSTANCE_METADATA);
    }
    return begun;
  }

  /** A list names few of a level: their refusals alone do not tell whether the server has it. */
  private void learn(DumpState before, ResourceKind level) {
    ResourceCounts counts = before.resources().get(level);
    if (counts != null && counts.complete() > 0) {
      walk.judge(level, Outcome.COMPLETE);
    } else if (before.unsupportedLevels().contains(level)) {
      walk.judge(level, Outcome.UNSUPPORTED);
    }
  }

  private StudyRun.@Nullable StudyMetadata held(Uid study) {
    try {
      return metadata.study(study);
    } catch (IOException e) {
      throw new OutputException("recorded metadata cannot be read back", e);
    }
  }
}
