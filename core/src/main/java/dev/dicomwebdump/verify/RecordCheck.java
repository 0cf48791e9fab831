package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.FormatException;
import dev.dicomwebdump.archive.RecordReader;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks a record, and the files that it claims. For one thread. */
final class RecordCheck {

  private final StudyFiles files;
  private final Findings findings;
  private final ToldPixels pixels;
  private final boolean wantsPayloads;
  private final Consumer<Claim> claims;

  /**
   * @param wantsPayloads whether the dump was asked to have payloads
   * @param claims hears of each record and each file that one claims
   */
  RecordCheck(StudyFiles files, Findings findings, boolean wantsPayloads, Consumer<Claim> claims) {
    this.files = files;
    this.findings = findings;
    this.pixels = new ToldPixels(files);
    this.wantsPayloads = wantsPayloads;
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
    tellOutcome(path, record);
    new ContentCheck(files, findings, path, record, pixels, wantsPayloads).check(claims);
  }

  private @Nullable DumpRecord read(String path) {
    try {
      byte[] bytes = files.readSmall(path);
      findings.record();
      findings.read(bytes.length);
      DumpRecord record = RecordReader.read(bytes);
      claims.accept(new Claim(path, bytes.length, Digest.of(bytes)));
      return record;
    } catch (FormatException e) {
      findings.add(path, Finding.Kind.RECORD, "is no record: " + e.getMessage());
    } catch (IOException e) {
      findings.addUnreadable(path, e);
    }
    return null;
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
