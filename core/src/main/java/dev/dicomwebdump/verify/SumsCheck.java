package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.FormatException;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.SumsReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;

/**
 * Compares a study's SHA256SUMS with what its records claim, in memory that does not grow with the
 * study: each claim and each line weighs a number made of path and digest, and paths are spread
 * over buckets. Where claims and lines of a bucket weigh the same they are the same; where not,
 * {@link SumsDifferences} looks again. For one thread.
 */
final class SumsCheck {

  private static final int BUCKETS = 1 << 14;

  private final StudyFiles files;
  private final Findings findings;
  private final String sums;
  private final long[] balance = new long[BUCKETS];

  SumsCheck(StudyFiles files, Findings findings) {
    this.files = files;
    this.findings = findings;
    this.sums = Layout.sums(files.study());
  }

  /** A record claims a file, or is one. */
  void claimed(Claim claim) {
    if (claim.digest().kind() == DigestKind.SHA256) {
      balance[bucket(claim.path())] += weight(claim.path(), claim.digest().hex());
    }
  }

  /** There is to be no SHA256SUMS: tells of one that is there all the same. */
  void requireNone() {
    if (files.isFile(sums)) {
      findings.add(sums, Finding.Kind.SUMS, "is there, but the files have no SHA-256 recorded");
    }
  }

  /** All is claimed: compares. */
  void compare() {
    try {
      weighLines();
      if (!isBalanced()) {
        new SumsDifferences(files, findings, this::isSuspect).tell();
      }
    } catch (NoSuchFileException e) {
      findings.add(sums, Finding.Kind.SUMS, "is not there");
    } catch (FormatException e) {
      findings.add(sums, Finding.Kind.SUMS, "cannot be compared: " + e.getMessage());
    } catch (IOException e) {
      findings.addUnreadable(sums, e);
    }
  }

  private void weighLines() throws IOException {
    try (SumsReader reader = new SumsReader(files.open(sums), files.study())) {
      for (SumsReader.Line line = reader.next(); line != null; line = reader.next()) {
        balance[bucket(line.path())] -= weight(line.path(), line.sha256());
      }
    }
  }

  private boolean isBalanced() {
    for (long rest : balance) {
      if (rest != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isSuspect(String path) {
    return balance[bucket(path)] != 0;
  }

  private static int bucket(String path) {
    return path.hashCode() & (BUCKETS - 1);
  }

  private static long weight(String path, String sha256) {
    String digest = Digest.of((sha256 + path).getBytes(StandardCharsets.UTF_8));
    return Long.parseUnsignedLong(digest.substring(0, 16), 16);
  }
}
