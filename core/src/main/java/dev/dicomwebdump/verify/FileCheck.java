package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.proof.ContentSource;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** Holds files against what records claim of them. For one thread. */
final class FileCheck {

  private final StudyFiles files;
  private final Findings findings;

  /** What is done with a file that is open. */
  @FunctionalInterface
  interface Reading {
    void read(DigestedInput in) throws IOException;
  }

  FileCheck(StudyFiles files, Findings findings) {
    this.files = files;
    this.findings = findings;
  }

  /** Reads a file to its end; says whether it is what is claimed. */
  boolean holds(Claim claim) {
    return holds(claim, in -> {});
  }

  /**
   * Reads a file to its end; says whether it is what is claimed.
   *
   * @param reading reads as much of it as it likes before
   */
  boolean holds(Claim claim, Reading reading) {
    try (DigestedInput in = new DigestedInput(files.open(claim.path()))) {
      reading.read(in);
      in.drain();
      findings.read(in.bytes());
      return isAsClaimed(claim, in);
    } catch (NoSuchFileException e) {
      findings.add(claim.path(), Finding.Kind.MISSING, "is not there, but recorded");
    } catch (IOException e) {
      findings.addUnreadable(claim.path(), e);
    }
    return false;
  }

  /**
   * Reads a body that has no file of its own to its end; says whether it is what its record tells.
   *
   * @param record the record's path
   */
  boolean holdsInPieces(String record, StoredBody body, ContentSource pieces, Reading reading) {
    try (DigestedInput in = new DigestedInput(pieces.open())) {
      reading.read(in);
      in.drain();
      if (in.bytes() == body.bytes() && in.sha256().equals(body.sha256())) {
        return true;
      }
      findings.add(
          record, Finding.Kind.PROOF, "tells of another body than its payloads and wrapper make");
    } catch (IOException e) {
      findings.addUnreadable(record, e);
    }
    return false;
  }

  private boolean isAsClaimed(Claim claim, DigestedInput in) {
    if (in.bytes() != claim.bytes()) {
      findings.add(
          claim.path(),
          Finding.Kind.CHANGED,
          "has " + in.bytes() + " bytes, recorded are " + claim.bytes());
      return false;
    }
    if (!in.sha256().equals(claim.sha256())) {
      findings.add(claim.path(), Finding.Kind.CHANGED, "has not the SHA-256 that is recorded");
      return false;
    }
    return true;
  }
}
