package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.Digests;
import dev.dicomwebdump.archive.ExactBody;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.OutputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts payloads out of a recorded body, in the order in which they lie there. For one thread. */
final class BodyCutter implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final ArchiveFolder folder;
  private final HeldEntry held;
  private final ContentCoding coding;
  private final Digests digests;
  private @Nullable InputStream content;
  private long at;

  BodyCutter(ArchiveFolder folder, HeldEntry held) {
    this.folder = folder;
    this.held = held;
    this.coding = ContentCoding.of(held.record().responseHeaders());
    StoredBody body = held.record().body();
    this.digests = new Digests(body == null ? DigestKind.NONE : body.digest().kind());
  }

  /**
   * Cuts one out; it gets a digest as the body has.
   *
   * @param offset where it begins in the decoded body, behind all that were cut out before
   * @param length its bytes
   * @param to the folder that it is written into
   * @param name the name there that its temporary name is made of
   * @return it, under its temporary name
   * @throws OutputException when the body has no such stretch, or a file cannot be read or written
   */
  WrittenFile cut(long offset, long length, ArchiveFolder to, String name) {
    DigestedFile file = new DigestedFile(to, name, digests);
    boolean done = false;
    try {
      copy(offset, length, file);
      file.leave();
      done = true;
      return new WrittenFile(Layout.temporary(name), file.bytes(), file.digest());
    } catch (IOException e) {
      throw new OutputException("cannot cut the payload out of " + held.files().body(), e);
    } finally {
      if (!done) {
        file.discard();
      }
    }
  }

  private void copy(long offset, long length, DigestedFile file) throws IOException {
    if (content == null) {
      content = coding.decode(ExactBody.open(held.files(), held.record(), folder::read));
    }
    if (offset < at) {
      throw new IOException("the record tells of parts that overlap");
    }
    content.skipNBytes(offset - at);
    byte[] buffer = new byte[BUFFER];
    for (long left = length; left > 0; left = length - file.bytes()) {
      int read = content.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        throw new EOFException("the body ends before the payload does");
      }
      file.write(buffer, 0, read);
    }
    at = offset + length;
  }

  @Override
  public void close() {
    try {
      if (content != null) {
        content.close();
      }
    } catch (IOException e) {
      throw new OutputException("cannot read " + held.files().body(), e);
    }
  }
}
