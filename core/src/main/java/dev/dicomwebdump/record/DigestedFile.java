package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.PendingFile;
import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A file that is written once, with its length and digest, and gets its final name last. */
final class DigestedFile {

  private final PendingFile file;
  private final Digest digest = new Digest();
  private long bytes;
  private @Nullable String sha256;

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

  /**
   * What was written so far, from its first byte; nothing may be written after.
   *
   * @throws OutputException when it cannot be opened
   */
  InputStream read() {
    try {
      return file.read();
    } catch (IOException e) {
      throw new OutputException("cannot read back what was written", e);
    }
  }

  /** Ends the file under its temporary name; nothing may be written after. */
  void leave() {
    file.leave();
  }

  /** Gives the file its final name. */
  WrittenFile moveTo(String path) {
    file.moveTo(path);
    return new WrittenFile(path, bytes, sha256());
  }

  /** The digest of what was written; nothing may be written after. */
  String sha256() {
    if (sha256 == null) {
      sha256 = digest.hex();
    }
    return sha256;
  }

  void discard() {
    file.close();
  }
}
