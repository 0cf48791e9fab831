package dev.dicomwebdump.testkit.server;

import dev.dicomwebdump.testkit.dicom.SyntheticSeries;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which studies a search is for: PS3.4 section C.2.2.2. Other attributes than these do not count,
 * as on a server that does not support them.
 */
final class StudyMatch {
  private final QueryString query;

  StudyMatch(QueryString query) {
    this.query = query;
  }

  boolean matches(SyntheticStudy study) {
    return isOne(Stream.of(study.patientId()), "PatientID", "00100020")
        && isOne(Stream.of(study.uid()), "StudyInstanceUID", "0020000D")
        && isOne(
            study.series().stream().map(SyntheticSeries::modality), "ModalitiesInStudy", "00080061")
        && query.values("StudyDate", "00080020").stream()
            .allMatch(range -> isIn(range, study.date()));
  }

  private boolean isOne(Stream<String> has, String... names) {
    List<String> wanted = query.values(names);
    return wanted.isEmpty() || has.anyMatch(wanted::contains);
  }

  /** Dates of eight digits are in order as text; a study without one is in no range. */
  private static boolean isIn(String range, String date) {
    int hyphen = range.indexOf('-');
    if (date.isEmpty() || hyphen < 0) {
      return date.equals(range);
    }
    String last = range.substring(hyphen + 1);
    return date.compareTo(range.substring(0, hyphen)) >= 0
        && (last.isEmpty() || date.compareTo(last) <= 0);
  }
}
