package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.ContentDigest;
import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.PendingFile;
import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A file that is written once, with its length and digest, and gets its final name last. */
final class DigestedFile {

  private final PendingFile file;
  private final Digest digest;
  private long bytes;
  private @Nullable ContentDigest ended;

  DigestedFile(ArchiveFolder folder, String path, DigestKind kind) {
    digest = new Digest(kind);
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

  /** Whether it is the same to the byte as another file; nothing may be written after. */
  boolean isSameAs(String path) {
    return file.isSameAs(path);
  }

  /** Ends the file under its temporary name; nothing may be written after. */
  void leave() {
    file.leave();
  }

  /** Gives the file its final name. */
  WrittenFile moveTo(String path) {
    file.moveTo(path);
    return new WrittenFile(path, bytes, digest());
  }

  /** The digest of what was written; nothing may be written after. */
  ContentDigest digest() {
    if (ended == null) {
      ended = digest.end();
    }
    return ended;
  }

  void discard() {
    file.close();
  }
}
