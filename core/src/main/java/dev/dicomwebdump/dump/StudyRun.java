package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.SumsWriter;
import dev.dicomwebdump.crawl.StudyOutline;
import dev.dicomwebdump.resource.Uid;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One study while it is dumped. Safe for use by many threads at once. */
final class StudyRun {

  private final Uid study;
  private final SumsWriter sums;
  private final RunTally run;
  private final boolean resumed;
  private final StudyTally tally;
  private final AtomicInteger holds = new AtomicInteger();
  private volatile @Nullable StudyMetadata metadata;

  /** The study's metadata as it was recorded, and what it names in all. */
  record StudyMetadata(RecordedMetadata recorded, StudyOutline outline) {}

  /**
   * @param resumed whether earlier runs left something of the study
   */
  StudyRun(Uid study, SumsWriter sums, RunTally run, boolean resumed) {
    this.study = study;
    this.sums = sums;
    this.run = run;
    this.resumed = resumed;
    this.tally = new StudyTally(study);
  }

  Uid study() {
    return study;
  }

  /** Whether earlier runs left something of the study. */
  boolean isResumed() {
    return resumed;
  }

  SumsWriter sums() {
    return sums;
  }

  /** Counts the requests for this study. */
  RunTally run() {
    return run;
  }

  StudyTally tally() {
    return tally;
  }

  /** The study's metadata; null until it is had. */
  @Nullable StudyMetadata metadata() {
    return metadata;
  }

  void metadataHad(StudyMetadata had) {
    metadata = had;
  }

  /** Something of the study is to be done. */
  void hold() {
    holds.incrementAndGet();
  }

  /** Something of the study is done; says whether it was the last. */
  boolean release() {
    return holds.decrementAndGet() == 0;
  }
}
