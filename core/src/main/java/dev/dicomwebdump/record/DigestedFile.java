package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.ContentDigest;
import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.Digests;
import dev.dicomwebdump.archive.PendingFile;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A file that is written once, with its length and digest, and gets its final name last. */
final class DigestedFile implements ArrivingBody {

  private final ArchiveFolder folder;
  private final PendingFile file;
  private final Digests digests;
  private final Digest digest;
  private long bytes;
  private @Nullable ContentDigest ended;

  DigestedFile(ArchiveFolder folder, String path, Digests digests) {
    this.folder = folder;
    this.digests = digests;
    file = folder.create(path);
    digest = digests.begin();
  }

  @Override
  public void write(byte[] buffer, int offset, int length) {
    if (ended != null) {
      throw new IllegalStateException("its digest is told");
    }
    file.write(buffer, offset, length);
    digest.update(buffer, offset, length);
    bytes += length;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public InputStream read() {
    try {
      return file.read();
    } catch (IOException e) {
      throw new OutputException("cannot read back what was written", e);
    }
  }

  /** {@inheritDoc} All bytes are compared. */
  @Override
  public boolean isSameAs(StoredBody held, String path) {
    return folder.state(path) != null && file.isSameAs(path);
  }

  /** Ends the file under its temporary name; nothing may be written after. */
  void leave() {
    file.leave();
  }

  @Override
  public WrittenFile keep(String path) {
    file.moveTo(path);
    return new WrittenFile(path, bytes, digest());
  }

  @Override
  public ContentDigest digest() {
    if (ended == null) {
      ended = digests.end(digest);
    }
    return ended;
  }

  @Override
  public void discard() {
    file.close();
  }
}
