package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.EntryFiles;
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
  private final EntryFiles files;
  private final ContentCoding coding;
  private @Nullable InputStream content;
  private long at;

  BodyCutter(ArchiveFolder folder, HeldEntry held) {
    this.folder = folder;
    this.files = held.files();
    this.coding = ContentCoding.of(held.record().responseHeaders());
  }

  /**
   * Cuts one out.
   *
   * @param offset where it begins in the decoded body, behind all that were cut out before
   * @param length its bytes
   * @param part its number, from 1
   * @return it, under its temporary name
   * @throws OutputException when the body has no such stretch, or a file cannot be read or written
   */
  StoredBody cut(long offset, long length, int part) {
    DigestedFile file = new DigestedFile(folder, files.payload(part));
    boolean done = false;
    try {
      copy(offset, length, file);
      file.leave();
      done = true;
      return new StoredBody(Layout.temporary(files.payload(part)), file.bytes(), file.sha256());
    } catch (IOException e) {
      throw new OutputException("cannot cut the payload out of " + files.body(), e);
    } finally {
      if (!done) {
        file.discard();
      }
    }
  }

  private void copy(long offset, long length, DigestedFile file) throws IOException {
    if (content == null) {
      content = coding.decode(folder.read(files.body()));
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
      throw new OutputException("cannot read " + files.body(), e);
    }
  }
}
