package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.ContentDigest;
import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.FormatException;
import dev.dicomwebdump.archive.RecordReader;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks a record, and the files that it claims. For one thread. */
final class RecordCheck {

  private final StudyFiles files;
  private final Findings findings;
  private final ToldPixels pixels;
  private final Asked asked;
  private final Consumer<Claim> claims;
  private final Set<DigestKind> digests = EnumSet.noneOf(DigestKind.class);

  /**
   * @param asked what the dump was asked to hold
   * @param claims hears of each record and each file that one claims
   */
  RecordCheck(StudyFiles files, Findings findings, Asked asked, Consumer<Claim> claims) {
    this.files = files;
    this.findings = findings;
    this.pixels = new ToldPixels(files);
    this.asked = asked;
    this.claims = claims;
  }

  void check(String path) {
    DumpRecord record = read(path);
    if (record == null) {
      return;
    }
    String wrong = RecordForm.contradiction(path, record);
    if (wrong != null) {
      findings.add(path, Finding.Kind.RECORD, wrong);
      return;
    }
    Claim.of(path, record).forEach(claims);
    tellDigest(path, record);
    tellOutcome(path, record);
    tellUnkept(path, record);
    new ContentCheck(files, findings, path, record, pixels, asked.payloads()).check(claims);
  }

  /** Which digests were met with. */
  Set<DigestKind> digests() {
    return digests;
  }

  private @Nullable DumpRecord read(String path) {
    try {
      byte[] bytes = files.readSmall(path);
      findings.record();
      findings.read(bytes.length);
      DumpRecord record = RecordReader.read(bytes);
      claims.accept(new Claim(path, bytes.length, ContentDigest.sha256(Digest.of(bytes))));
      return record;
    } catch (FormatException e) {
      findings.add(path, Finding.Kind.RECORD, "is no record: " + e.getMessage());
    } catch (IOException e) {
      findings.addUnreadable(path, e);
    }
    return null;
  }

  private void tellDigest(String path, DumpRecord record) {
    if (record.body() == null) {
      return;
    }
    DigestKind kind = record.body().digest().kind();
    findings.digest(kind);
    digests.add(kind);
    if (asked.digest() != null && kind != asked.digest()) {
      findings.add(
          path,
          Finding.Kind.RECORD,
          "has " + kind.title() + ", the dump " + asked.digest().title());
    }
  }

  private void tellUnkept(String path, DumpRecord record) {
    if (record.body() == null || record.isBodyKept()) {
      return;
    }
    findings.unkept();
    if (asked.bodies()) {
      findings.add(
          path,
          Finding.Kind.MISSING,
          "is the record of an earlier run with --records-only: its body is still to be had");
    }
  }

  private void tellOutcome(String path, DumpRecord record) {
    Problem problem = record.problem();
    if (problem != null && record.outcome() != Outcome.UNSUPPORTED) {
      findings.add(
          path,
          Finding.Kind.OUTCOME,
          "is the record of what is " + record.outcome().published() + ": " + problem.message());
    }
  }
}
