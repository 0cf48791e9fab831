package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.ContentDigest;
import dev.dicomwebdump.archive.Digests;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.multipart.MultipartIndex;
import dev.dicomwebdump.multipart.PartListener;
import dev.dicomwebdump.proof.Decoding;
import dev.dicomwebdump.proof.DecodingLimit;
import dev.dicomwebdump.proof.NoPayload;
import dev.dicomwebdump.proof.ResponseProof;
import dev.dicomwebdump.proof.Verdict;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One response on its way to disk: its body as it comes, its payloads, and the proof of both. */
final class Attempt {

  private final ResponseHead head;
  private final ContentCoding coding;
  private final DecodingLimit limit;
  private final ArrivingBody body;
  private final @Nullable PayloadFiles payloads;
  private final @Nullable PayloadFiles dicomFiles;
  private final @Nullable ResponseProof proof;
  private final Excerpt excerpt = new Excerpt();
  private @Nullable Verdict verdict;

  Attempt(Recorder recorder, EntryFiles files, Resource asked, Pixels pixels, ResponseHead head) {
    ArchiveFolder folder = recorder.folder();
    this.limit = recorder.limit();
    this.head = head;
    this.coding = ContentCoding.of(head.headers());
    Digests digests = recorder.digests();
    this.body =
        recorder.storage().keep() == Keep.NONE
            ? new UnkeptBody(folder, digests, isReadAgain(asked))
            : new DigestedFile(folder, files.body(), digests);
    this.payloads =
        recorder.wantsPayload(asked) && head.isSuccess()
            ? new PayloadFiles(folder, files, digests)
            : null;
    this.dicomFiles = head.isSuccess() ? recorder.dicomFiles(asked) : null;
    this.proof = head.isSuccess() ? recorder.proofs().begin(asked, pixels, head, listener()) : null;
  }

  /** JSON is proven, and walked over, when all of it came; coded content is proven then. */
  private boolean isReadAgain(Resource asked) {
    return head.isSuccess()
        && (coding != ContentCoding.IDENTITY || UnkeptContents.areOf(asked.kind()));
  }

  private PartListener listener() {
    if (payloads == null || dicomFiles == null) {
      return Objects.requireNonNullElse(
          payloads == null ? dicomFiles : payloads, NoPayload.INSTANCE);
    }
    return new BothListeners(payloads, dicomFiles);
  }

  void write(byte[] buffer, int offset, int length) {
    body.write(buffer, offset, length);
    if (proof == null) {
      excerpt.add(buffer, offset, length);
    } else if (coding == ContentCoding.IDENTITY) {
      proof.content(buffer, offset, length);
    }
  }

  /** The verdict on the whole body; null where the status is the verdict. */
  @Nullable Problem end() {
    if (proof == null) {
      return null;
    }
    if (coding != ContentCoding.IDENTITY) {
      Problem undecodable =
          new Decoding(coding, limit).show(head, this::content, body.bytes(), proof);
      if (undecodable != null) {
        return undecodable;
      }
    }
    verdict = proof.end(this::content);
    return verdict.problem();
  }

  /** The content, decoded, to be read before the body has its final name or is dropped. */
  InputStream content() throws IOException {
    return coding.decode(body.read());
  }

  ResponseHead head() {
    return head;
  }

  /** The verdict; null when the response did not end, or has none. */
  @Nullable Verdict verdict() {
    return verdict;
  }

  /** What the server said, when it was an error and is text as it stands; else null. */
  @Nullable String errorText() {
    return proof == null && coding == ContentCoding.IDENTITY ? excerpt.text() : null;
  }

  /** Gives the body its final name; null when it has no bytes, or is not to be kept. */
  @Nullable WrittenFile keepBody(String path) {
    if (body.bytes() == 0) {
      body.discard();
      return null;
    }
    return body.keep(path);
  }

  /** The content as it came, to be read before the body has its final name or is dropped. */
  InputStream readBody() {
    return body.read();
  }

  void dropBody() {
    body.discard();
  }

  ContentDigest bodyDigest() {
    return body.digest();
  }

  ContentCoding coding() {
    return coding;
  }

  /** Where the parts lie; null when it is no multipart, or did not end. */
  @Nullable MultipartIndex multipart() {
    return verdict == null ? null : verdict.multipart();
  }

  /** The payloads, under temporary names; null when none are wanted. */
  @Nullable PayloadFiles payloads() {
    return payloads;
  }

  /** The same for the folder of DICOM files. */
  @Nullable PayloadFiles dicomFiles() {
    return dicomFiles;
  }

  /** Whether the whole body is what was recorded before. */
  boolean isSameAs(StoredBody held, String path) {
    return body.isSameAs(held, path);
  }

  /** Hands over what is held of a body that is not kept; null when nothing is. */
  @Nullable Spool handOver() {
    return body instanceof UnkeptBody unkept ? unkept.handOver() : null;
  }

  long bodyBytes() {
    return body.bytes();
  }

  void discardPayloads() {
    if (payloads != null) {
      payloads.discard();
    }
    if (dicomFiles != null) {
      dicomFiles.discard();
    }
  }

  void discard() {
    body.discard();
    discardPayloads();
  }
}
