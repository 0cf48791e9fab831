package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.RecordReader;
import dev.dicomwebdump.archive.SumsReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the lines of SHA256SUMS and the files that do not agree, among those that may not. */
final class SumsDifferences {

  /** The most lines that are held; a dump with more differences has worse ones. */
  private static final int MOST_LINES = 100_000;

  private final StudyFiles files;
  private final Findings findings;
  private final Predicate<String> suspect;
  private final String sums;
  private final Map<String, List<String>> lines = new LinkedHashMap<>();
  private final Set<String> claimed = new HashSet<>();
  private int held;

  /**
   * @param suspect whether a path's line and claims may not agree
   */
  SumsDifferences(StudyFiles files, Findings findings, Predicate<String> suspect) {
    this.files = files;
    this.findings = findings;
    this.suspect = suspect;
    this.sums = Layout.sums(files.study());
  }

  void tell() throws IOException {
    if (holdLines()) {
      new TreeWalk(files, this::visit).walk();
      tellTwice();
      tellAbsent();
    } else {
      findings.add(sums, Finding.Kind.SUMS, "does not agree with the files in very many lines");
    }
  }

  /** Holds the lines that may not agree; says whether they were not too many. */
  private boolean holdLines() throws IOException {
    try (SumsReader reader = new SumsReader(files.open(sums), files.study())) {
      for (SumsReader.Line line = reader.next(); line != null; line = reader.next()) {
        if (!suspect.test(line.path())) {
          continue;
        }
        lines.computeIfAbsent(line.path(), path -> new ArrayList<>(1)).add(line.sha256());
        held++;
        if (held > MOST_LINES) {
          return false;
        }
      }
    }
    return true;
  }

  private void visit(String path) {
    if (!EntryFiles.isRecord(path)) {
      return;
    }
    try {
      byte[] bytes = files.readSmall(path);
      DumpRecord record = RecordReader.read(bytes);
      compare(path, Digest.of(bytes));
      if (RecordForm.contradiction(path, record) == null) {
        Claim.of(path, record).forEach(this::compare);
        compareWholeBodyPayload(record);
      }
    } catch (IOException e) {
      lines.remove(path); // The check of the record has told why.
    }
  }

  private void compareWholeBodyPayload(DumpRecord record) throws IOException {
    String payload = Claim.payloadOfWholeBody(files, record);
    if (payload == null || !suspect.test(payload)) {
      return;
    }
    if (!files.isFile(payload)) {
      lines.remove(payload); // Whether it must be there is not for sums to say.
      return;
    }
    try (DigestedInput in = new DigestedInput(files.open(payload), DigestKind.SHA256)) {
      in.drain();
      compare(payload, in.digest().hex());
    }
  }

  private void compare(Claim claim) {
    if (claim.digest().kind() == DigestKind.SHA256) {
      compare(claim.path(), claim.digest().hex());
    }
  }

  private void compare(String path, String sha256) {
    if (!suspect.test(path)) {
      return;
    }
    claimed.add(path);
    List<String> listed = lines.get(path);
    if (listed == null) {
      findings.add(path, Finding.Kind.SUMS, "is not listed in SHA256SUMS");
    } else if (!listed.remove(sha256)) {
      findings.add(path, Finding.Kind.SUMS, "has another digest in SHA256SUMS");
      listed.remove(0);
    }
    if (listed != null && listed.isEmpty()) {
      lines.remove(path);
    }
  }

  /** A payload that two records name is listed for each; nothing else is listed twice. */
  private void tellTwice() {
    PayloadOwners owners = new PayloadOwners(files);
    ClaimedFiles known = new ClaimedFiles(files);
    for (String path : lines.keySet()) {
      if (claimed.contains(path) && owners.recordsOf(path).stream().allMatch(known::isKnown)) {
        findings.add(sums, Finding.Kind.SUMS, "lists twice: " + within(path));
      }
    }
    lines.keySet().removeAll(claimed);
  }

  /** A file that is there, but that no record claims, is told as a stray. */
  private void tellAbsent() {
    List<String> absent = lines.keySet().stream().filter(path -> !files.isFile(path)).toList();
    if (!absent.isEmpty()) {
      String which = absent.size() == 1 ? "1 file that is" : absent.size() + " files that are";
      String first = absent.stream().min(String::compareTo).orElseThrow();
      findings.add(
          sums, Finding.Kind.SUMS, "lists " + which + " not there: " + within(first) + etc(absent));
    }
  }

  private static String etc(List<String> absent) {
    return absent.size() == 1 ? "" : ", …";
  }

  private String within(String path) {
    return path.substring(Layout.studyFolder(files.study()).length() + 1);
  }
}
