package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.DumpRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which files a record claims that may claim many: those of the last few records are held, since
 * the files lie in many folders. For one thread.
 */
final class ClaimedFiles {

  /** The study's, a series', and two of overlapping frames. */
  private static final int MOST_RECORDS = 4;

  private final StudyFiles files;

  /** By record, the one that was not used for longest first; empty where a record is wrong. */
  private final Map<String, Optional<Set<String>>> held = new LinkedHashMap<>();

  ClaimedFiles(StudyFiles files) {
    this.files = files;
  }

  /** Whether a record claims a file; true where what it claims is not known. */
  boolean mayHave(String recordPath, String path) {
    return of(recordPath).map(paths -> paths.contains(path)).orElse(true);
  }

  /** Whether it is known what a record claims: it is not when the record is wrong. */
  boolean isKnown(String recordPath) {
    return of(recordPath).isPresent();
  }

  private Optional<Set<String>> of(String recordPath) {
    Optional<Set<String>> claimed = held.remove(recordPath);
    if (claimed == null) {
      claimed = read(recordPath);
    }
    held.put(recordPath, claimed);
    if (held.size() > MOST_RECORDS) {
      held.remove(held.keySet().iterator().next());
    }
    return claimed;
  }

  private Optional<Set<String>> read(String recordPath) {
    DumpRecord record = files.recordOrNull(recordPath);
    if (record == null || RecordForm.contradiction(recordPath, record) != null) {
      return Optional.empty();
    }
    Set<String> paths =
        Claim.of(recordPath, record).stream().map(Claim::path).collect(Collectors.toSet());
    String payload = Claim.payloadOfWholeBody(files, record);
    if (payload != null) {
      paths.add(payload);
    }
    return Optional.of(paths);
  }
}
