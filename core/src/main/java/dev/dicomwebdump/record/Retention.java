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
  private final boolean hashAll;

  /**
   * @param payloads whether payloads are wanted
   * @param hashAll whether each file is hashed before it counts, whatever its length and time
   */
  public Retention(ArchiveFolder folder, boolean payloads, boolean hashAll) {
    this.folder = folder;
    this.payloads = payloads;
    this.hashAll = hashAll;
  }

  /**
   * Whether a file is as its record says: by length and time, or by its digest where time cannot be
   * trusted.
   *
   * @param files those of the record
   * @param path one of them
   * @param told what the record says of it
   */
  public boolean isIntact(EntryFiles files, String path, StoredBody told) {
    FileState state = folder.state(path);
    FileState written = folder.state(files.record());
    if (state == null || written == null || state.bytes() != told.bytes()) {
      return false;
    }
    // A file is written before its record: one that is younger was changed since.
    boolean trusted = !hashAll && !state.modified().isAfter(written.modified());
    return trusted || digest(path).equals(told.sha256());
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

  /** Enters the files of an entry that no payload belongs to into the sums, as they are. */
  public void keepAsItIs(EntryFiles files, Sums sums) {
    for (String path : List.of(files.body(), files.error(), files.partial(), files.record())) {
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
    if (!held.record().resource().kind().hasPayload()) {
      return held.recordBytes();
    }
    StoredPart part = firstPart(held.record());
    String sha256 = payloadThatIsThere(held, part);
    if (sha256 != null) {
      sums.add(held.files().payload(), sha256);
      return held.recordBytes();
    }
    boolean told = part != null && part.file() != null;
    return payloads || told ? addPayload(held, part, sums) : held.recordBytes();
  }

  /** The digest of the payload where it is there as it must be; else null. */
  private @Nullable String payloadThatIsThere(HeldEntry held, @Nullable StoredPart part) {
    String path = held.files().payload();
    StoredBody expected = expected(held, part);
    if (expected != null) {
      return isIntact(held.files(), path, expected) ? expected.sha256() : null;
    }
    return part != null || folder.state(path) == null ? null : digest(path);
  }

  /** What is known of the payload: of a coded body's nothing is, unless it has parts. */
  private static @Nullable StoredBody expected(HeldEntry held, @Nullable StoredPart part) {
    String name = Layout.nameOf(held.files().payload());
    if (part != null) {
      return part.sha256() == null ? null : new StoredBody(name, part.length(), part.sha256());
    }
    StoredBody body = Objects.requireNonNull(held.record().body());
    boolean plain = ContentCoding.of(held.record().responseHeaders()) == ContentCoding.IDENTITY;
    return plain ? new StoredBody(name, body.bytes(), body.sha256()) : null;
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
