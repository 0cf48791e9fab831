package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.Sums;
import dev.dicomwebdump.crawl.StudyOutline;
import dev.dicomwebdump.resource.Uid;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One study while it is dumped. Safe for use by many threads at once. */
final class StudyRun {

  private final Uid study;
  private final Sums sums;
  private final RunTally run;
  private final boolean resumed;
  private final boolean listed;
  private final StudyTally tally;
  private final Set<Uid> come = ConcurrentHashMap.newKeySet();
  private final Map<Uid, Long> told = new ConcurrentHashMap<>();
  private final AtomicInteger holds = new AtomicInteger();
  private volatile @Nullable StudyMetadata metadata;
  private volatile boolean forbidden;

  /** The study's metadata as it was recorded, and what it names in all. */
  record StudyMetadata(RecordedMetadata recorded, StudyOutline outline) {}

  /**
   * @param resumed whether earlier runs left something of the study
   */
  StudyRun(Uid study, Sums sums, RunTally run, boolean resumed) {
    this(study, sums, run, resumed, false);
  }

  private StudyRun(Uid study, Sums sums, RunTally run, boolean resumed, boolean listed) {
    this.study = study;
    this.sums = sums;
    this.run = run;
    this.resumed = resumed;
    this.listed = listed;
    this.tally = new StudyTally(study);
  }

  /** A study of which a list of failures says what is asked for. */
  static StudyRun listed(Uid study, RunTally run) {
    return new StudyRun(study, Sums.NONE, run, true, true);
  }

  Uid study() {
    return study;
  }

  /** Whether earlier runs left something of the study. */
  boolean isResumed() {
    return resumed;
  }

  /**
   * Whether a list says what is asked for of the study. Its books are then made at its end, of what
   * the folder holds.
   */
  boolean isListed() {
    return listed;
  }

  Sums sums() {
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

  /** Instances came as files, many in one response. */
  void come(Collection<Uid> instances) {
    come.addAll(instances);
  }

  /** Whether an instance came so. */
  boolean hasCome(Uid instance) {
    return come.contains(instance);
  }

  /** The study is not to be searched for what is in it. */
  void forbid() {
    forbidden = true;
  }

  boolean isForbidden() {
    return forbidden;
  }

  /** A search told how many instances a series has; -1 when it did not say. */
  void told(Uid series, long instances) {
    told.put(series, instances);
  }

  /** How many instances a search told that a series has; -1 where none did. */
  long told(Uid series) {
    return told.getOrDefault(series, -1L);
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
