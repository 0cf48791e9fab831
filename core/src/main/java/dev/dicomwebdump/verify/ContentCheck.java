package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.ContentDigest;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.ExactBody;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.archive.StoredMultipart;
import dev.dicomwebdump.archive.StoredPart;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.proof.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks the files of one record: the body is read once, digested and proven, and payloads are held
 * against the record and against the body. Used once.
 */
final class ContentCheck {

  private final StudyFiles files;
  private final Findings findings;
  private final String path;
  private final DumpRecord record;
  private final ToldPixels pixels;
  private final FileCheck fileCheck;
  private final PartDigests payloads;
  private final @Nullable String wholeBodyPayload;
  private final Set<String> broken = new HashSet<>();
  private @Nullable Verdict verdict;

  /**
   * @param path the record
   * @param pixels what metadata tells of pixels
   * @param wantsPayloads whether the dump was asked to have payloads
   */
  ContentCheck(
      StudyFiles files,
      Findings findings,
      String path,
      DumpRecord record,
      ToldPixels pixels,
      boolean wantsPayloads) {
    this.files = files;
    this.findings = findings;
    this.path = path;
    this.record = record;
    this.pixels = pixels;
    this.fileCheck = new FileCheck(files, findings);
    String payload = Claim.payloadOfWholeBody(files, record);
    this.wholeBodyPayload =
        payload != null && (wantsPayloads || files.isFile(payload)) ? payload : null;
    this.payloads = new PartDigests(this::hasFile, kindOfParts(record));
  }

  /**
   * Checks them.
   *
   * @param moreClaims hears of a payload that the record itself does not tell of
   */
  void check(Consumer<Claim> moreClaims) {
    boolean sound = isSound();
    if (sound && verdict != null) {
      compare(verdict);
    }
    if (sound && verdict != null && wholeBodyPayload != null) {
      checkWholeBodyPayload(wholeBodyPayload, verdict.contentBytes(), moreClaims);
    }
  }

  /** Whether the body is as recorded; payloads are looked at in any case. */
  private boolean isSound() {
    List<Claim> claims = Claim.of(path, record);
    StoredBody body = record.body();
    if (body == null || !record.isBodyKept()) {
      return false;
    }
    if (body.file() == null) {
      return hold(claims) && fileCheck.holdsInPieces(path, body, this::openBody, this::prove);
    }
    boolean sound = fileCheck.holds(claims.get(0), this::prove);
    hold(claims.subList(1, claims.size()));
    return sound;
  }

  private boolean hold(List<Claim> claims) {
    for (Claim claim : claims) {
      if (!fileCheck.holds(claim)) {
        broken.add(claim.path());
      }
    }
    return broken.isEmpty();
  }

  private InputStream openBody() throws IOException {
    return ExactBody.open(EntryFiles.ofRecord(path), record, files::open);
  }

  private boolean hasFile(int part) {
    StoredMultipart multipart = record.multipart();
    return multipart == null
        ? wholeBodyPayload != null
        : part < multipart.parts().size() && multipart.parts().get(part).file() != null;
  }

  private void prove(DigestedInput body) {
    ResponseHead head = record.exchange().response();
    if (record.outcome() == Outcome.COMPLETE && head != null) {
      verdict = reproof(head).verdict(body, this::openBody);
    }
  }

  private Reproof reproof(ResponseHead head) {
    return new Reproof(record, head, pixels.of(record.resource()), payloads);
  }

  private void compare(Verdict found) {
    if (found.problem() != null) {
      findings.add(
          EntryFiles.ofRecord(path).body(),
          Finding.Kind.PROOF,
          "is recorded as complete, but: " + found.problem().message());
      return;
    }
    ResponseHead head = record.exchange().response();
    String difference = head == null ? null : reproof(head).difference(found);
    if (difference != null) {
      findings.add(path, Finding.Kind.PROOF, difference);
    }
    comparePayloads();
  }

  private void comparePayloads() {
    List<StoredPart> parts = record.multipart() == null ? List.of() : record.multipart().parts();
    for (int i = 0; i < parts.size(); i++) {
      ContentDigest inBody = payloads.of(i);
      if (inBody != null) {
        comparePayload(parts.get(i), i + 1, inBody);
      }
    }
  }

  private void comparePayload(StoredPart part, int number, ContentDigest inBody) {
    ContentDigest told = part.digest();
    if (told == null || part.file() == null) {
      return;
    }
    if (told.kind() == DigestKind.NONE) {
      // What no digest tells, the body does: the payload is still what lies in it.
      String payload = EntryFiles.ofRecord(path).named(part.file());
      if (hasBody() && !broken.contains(payload)) {
        fileCheck.holdsAsInBody(new Claim(payload, part.length(), inBody));
      }
    } else if (!inBody.equals(told)) {
      String message =
          "tells another "
              + told.kind().title()
              + " of part "
              + number
              + " than it has in the body";
      findings.add(path, Finding.Kind.PROOF, message);
    }
  }

  /** Whether there is a body beside the payloads, and not only made of them. */
  private boolean hasBody() {
    return record.body() != null && record.body().file() != null;
  }

  /** Payloads can be held against the body even where no digest is recorded. */
  private static DigestKind kindOfParts(DumpRecord record) {
    StoredBody body = record.body();
    DigestKind kind = body == null ? DigestKind.NONE : body.digest().kind();
    return kind == DigestKind.NONE ? DigestKind.SHA256 : kind;
  }

  private void checkWholeBodyPayload(String payload, long bytes, Consumer<Claim> moreClaims) {
    ContentDigest digest = payloads.of(0);
    if (digest != null) {
      Claim claim = new Claim(payload, bytes, digest);
      moreClaims.accept(claim);
      fileCheck.holdsAsInBody(claim);
    }
  }
}
