package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.FileState;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.RecordJson;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.archive.StoredMultipart;
import dev.dicomwebdump.archive.StoredPart;
import dev.dicomwebdump.archive.Sums;
import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what an earlier run recorded: enters it into the sums, and cuts its payload out of its body
 * where that is wanted now and is not there. Safe for use by many threads at once.
 */
public final class Retention {

  private static final int BUFFER = 1 << 16;

  private final ArchiveFolder folder;
  private final boolean payloads;

  /**
   * @param payloads whether payloads are wanted
   */
  public Retention(ArchiveFolder folder, boolean payloads) {
    this.folder = folder;
    this.payloads = payloads;
  }

  /**
   * Keeps a complete entry.
   *
   * @return what it holds, as if it had been recorded now
   */
  public Recorded keep(HeldEntry held, Sums sums) {
    DumpRecord record = held.record();
    StoredBody body = Objects.requireNonNull(record.body(), "a complete record has a body");
    sums.add(held.files().body(), body.sha256());
    byte[] recordBytes = keepPayload(held, sums);
    sums.add(held.files().record(), Digest.of(recordBytes));
    boolean asStored =
        record.transferSyntax() != null && "*".equals(record.transferSyntax().asked());
    return new Recorded(record.outcome(), record.notes(), body.bytes(), asStored, held.files());
  }

  /**
   * Keeps an entry that is not complete, as it is.
   *
   * @return what it holds, as if it had been recorded now
   */
  public Recorded keepFailed(HeldEntry held, Sums sums) {
    DumpRecord record = held.record();
    StoredBody body = record.body();
    if (body != null) {
      sums.add(held.bodyPath(), body.sha256());
    }
    sums.add(held.files().record(), Digest.of(held.recordBytes()));
    return new Recorded(
        record.outcome(), record.notes(), body == null ? 0 : body.bytes(), false, held.files());
  }

  /** Enters the files of a former response into the sums. */
  public void keepFormer(EntryFiles former, Sums sums) {
    for (String path : List.of(former.body(), former.record())) {
      if (folder.state(path) != null) {
        sums.add(path, digest(path));
      }
    }
  }

  /** The SHA-256 of a file. */
  public String digest(String path) {
    Digest digest = new Digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = folder.read(path)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return digest.hex();
    } catch (IOException e) {
      throw new OutputException("cannot read " + path, e);
    }
  }

  /** Returns the record's bytes, which are new when a payload was added. */
  private byte[] keepPayload(HeldEntry held, Sums sums) {
    if (held.record().resource().kind().isMetadata()) {
      return held.recordBytes();
    }
    String path = held.files().payload();
    StoredPart part = firstPart(held.record());
    if (isThere(path, part)) {
      String known = part == null ? null : part.sha256();
      sums.add(path, known == null ? digest(path) : known);
      return held.recordBytes();
    }
    return payloads ? addPayload(held, part, sums) : held.recordBytes();
  }

  private boolean isThere(String path, @Nullable StoredPart part) {
    FileState state = folder.state(path);
    boolean recorded = part == null || part.file() != null;
    return state != null && recorded && (part == null || state.bytes() == part.length());
  }

  private byte[] addPayload(HeldEntry held, @Nullable StoredPart part, Sums sums) {
    StoredBody payload = cutOut(held, part);
    sums.add(payload.file(), payload.sha256());
    if (part == null) {
      return held.recordBytes();
    }
    byte[] changed = RecordJson.encode(withPayload(held.record(), part, payload));
    folder.replace(held.files().record(), changed);
    return changed;
  }

  private StoredBody cutOut(HeldEntry held, @Nullable StoredPart part) {
    DigestedFile file = new DigestedFile(folder, held.files().payload());
    ContentCoding coding = ContentCoding.of(held.record().responseHeaders());
    try (InputStream content = coding.decode(folder.read(held.files().body()))) {
      content.skipNBytes(part == null ? 0 : part.offset());
      copy(content, part == null ? Long.MAX_VALUE : part.length(), file);
      return file.moveTo(held.files().payload());
    } catch (IOException e) {
      file.discard();
      throw new OutputException("cannot cut the payload out of " + held.files().body(), e);
    }
  }

  private static void copy(InputStream content, long length, DigestedFile file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = length;
    while (left > 0) {
      int read = content.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        return;
      }
      file.write(buffer, 0, read);
      left -= read;
    }
  }

  private static @Nullable StoredPart firstPart(DumpRecord record) {
    StoredMultipart multipart = record.multipart();
    return multipart == null ? null : multipart.parts().get(0);
  }

  private static DumpRecord withPayload(DumpRecord record, StoredPart part, StoredBody payload) {
    String name = Layout.nameOf(payload.file());
    StoredPart named =
        new StoredPart(part.headers(), part.offset(), part.length(), name, payload.sha256());
    StoredMultipart multipart = Objects.requireNonNull(record.multipart());
    return record.withMultipart(
        new StoredMultipart(multipart.boundary(), multipart.closed(), List.of(named)));
  }
}
