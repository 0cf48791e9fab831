package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.MissingGroup;
import dev.dicomwebdump.dicomjson.DicomJsonException;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes findings on, and counts them and what was looked at. For one thread. */
final class Findings {

  private final Consumer<Finding> listener;
  private final String base;
  private long studies;
  private long records;
  private long bytes;
  private long unkept;
  private long findings;
  private DigestKind weakest = DigestKind.SHA256;

  /**
   * @param base the folder that files are told relative to, as a path in the dump; empty for the
   *     dump's own folder
   */
  Findings(Consumer<Finding> listener, String base) {
    this.listener = listener;
    this.base = base;
  }

  void add(String file, Finding.Kind kind, String message) {
    findings++;
    listener.accept(new Finding(shown(file), kind, message));
  }

  void addUnreadable(String file, IOException e) {
    // The exceptions of java.nio.file begin their message with the path, which is told already.
    String told = e instanceof FileSystemException fs ? fs.getReason() : e.getMessage();
    String reason = told == null ? e.getClass().getSimpleName() : told;
    add(file, Finding.Kind.UNREADABLE, "cannot be read: " + reason);
  }

  /** Metadata cannot be read back. Where it is no DICOM JSON, its own proof has told that. */
  void addUnreadableMetadata(String file, IOException e) {
    if (!(e instanceof DicomJsonException)) {
      addUnreadable(file, e);
    }
  }

  /**
   * Nothing else was found, but a summary may tell of what is missing: what a search did not give,
   * or was not asked for, only the run itself knew.
   */
  void addShortfall(String summary, DumpState told) {
    @Nullable String why =
        told.missing().groups().stream()
            .filter(group -> !isStillThere(group))
            .findFirst()
            .map(group -> group.problem().message())
            .orElse(isAllAskedFor(told) ? null : "not all was asked for");
    if (why != null) {
      String verdict = told.verdict().published();
      add(summary, Finding.Kind.SUMMARY, "tells of a dump that is " + verdict + ": " + why);
    }
  }

  /** Metadata or a page that was not had again: what was had before was not found to be wrong. */
  private static boolean isStillThere(MissingGroup group) {
    return (group.kind().isMetadata() || group.kind().isSearch())
        && group.outcome() == Outcome.FAILED
        && group.problem().kind() != Problem.Kind.CANCELLED;
  }

  private static boolean isAllAskedFor(DumpState told) {
    return told.resources().values().stream().allMatch(counts -> counts.pending() == 0);
  }

  void study() {
    studies++;
  }

  /** What a study, or one of its records, was dumped with. */
  void digest(DigestKind kind) {
    weakest = kind.compareTo(weakest) > 0 ? kind : weakest;
  }

  void record() {
    records++;
  }

  /** A body was not kept, so that its record alone can be verified. */
  void unkept() {
    unkept++;
  }

  void read(long more) {
    bytes += more;
  }

  /** How many there are so far. */
  long count() {
    return findings;
  }

  Verified verified() {
    return new Verified(studies, records, bytes, unkept, findings, weakest);
  }

  private String shown(String file) {
    if (base.isEmpty() || !file.startsWith(base)) {
      return file;
    }
    return file.equals(base) ? "." : file.substring(base.length() + 1);
  }
}
