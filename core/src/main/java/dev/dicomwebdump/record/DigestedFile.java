package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.PendingFile;
import dev.dicomwebdump.archive.StoredBody;
import java.io.IOException;
import java.io.InputStream;

/** A file that is written once, with its length and digest, and gets its final name last. */
final class DigestedFile {

  private final PendingFile file;
  private final Digest digest = new Digest();
  private long bytes;

  DigestedFile(ArchiveFolder folder, String path) {
    file = folder.create(path);
  }

  void write(byte[] buffer, int offset, int length) {
    file.write(buffer, offset, length);
    digest.update(buffer, offset, length);
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  /** What was written so far, from its first byte; nothing may be written after. */
  InputStream read() throws IOException {
    return file.read();
  }

  /** Gives the file its final name. */
  StoredBody moveTo(String path) {
    file.moveTo(path);
    return new StoredBody(path, bytes, digest.hex());
  }

  void discard() {
    file.close();
  }
}
