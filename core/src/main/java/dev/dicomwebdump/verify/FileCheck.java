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
    String change = "has not the " + claim.digest().kind().title() + " that is recorded";
    return holds(claim, reading, change);
  }

  /** Reads a payload to its end; says whether it is what the body holds in its place. */
  boolean holdsAsInBody(Claim inBody) {
    return holds(inBody, in -> {}, "is not what the body has in its place");
  }

  private boolean holds(Claim claim, Reading reading, String change) {
    try (DigestedInput in = new DigestedInput(files.open(claim.path()), claim.digest().kind())) {
      reading.read(in);
      in.drain();
      findings.read(in.bytes());
      return isAsClaimed(claim, in, change);
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
    try (DigestedInput in = new DigestedInput(pieces.open(), body.digest().kind())) {
      reading.read(in);
      in.drain();
      if (in.bytes() == body.bytes() && in.digest().equals(body.digest())) {
        return true;
      }
      findings.add(
          record, Finding.Kind.PROOF, "tells of another body than its payloads and wrapper make");
    } catch (IOException e) {
      findings.addUnreadable(record, e);
    }
    return false;
  }

  private boolean isAsClaimed(Claim claim, DigestedInput in, String change) {
    if (in.bytes() != claim.bytes()) {
      findings.add(
          claim.path(),
          Finding.Kind.CHANGED,
          "has " + in.bytes() + " bytes, recorded are " + claim.bytes());
      return false;
    }
    if (!in.digest().equals(claim.digest())) {
      findings.add(claim.path(), Finding.Kind.CHANGED, change);
      return false;
    }
    return true;
  }
}
