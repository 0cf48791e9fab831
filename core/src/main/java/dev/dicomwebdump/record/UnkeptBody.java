package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.ContentDigest;
import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.Digests;
import dev.dicomwebdump.archive.StoredBody;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A body that leaves no file: it is held only if it is to be read again, and only so long. */
final class UnkeptBody implements ArrivingBody {

  private final Digests digests;
  private final Digest digest;
  private @Nullable Spool held;
  private long bytes;
  private @Nullable ContentDigest ended;

  /**
   * @param folder has the room for what is too large for memory
   * @param readAgain whether it is to be read again
   */
  UnkeptBody(ArchiveFolder folder, Digests digests, boolean readAgain) {
    this.digests = digests;
    digest = digests.begin();
    held = readAgain ? new Spool(folder) : null;
  }

  @Override
  public void write(byte[] buffer, int offset, int length) {
    if (ended != null) {
      throw new IllegalStateException("its digest is told");
    }
    digest.update(buffer, offset, length);
    bytes += length;
    if (held != null) {
      held.write(buffer, offset, length);
    }
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public ContentDigest digest() {
    if (ended == null) {
      ended = digests.end(digest);
    }
    return ended;
  }

  @Override
  public InputStream read() {
    if (held != null) {
      return held.open();
    }
    if (bytes > 0) {
      throw new IllegalStateException("it is not held");
    }
    return InputStream.nullInputStream();
  }

  /** {@inheritDoc} Where no digest is taken, that cannot be told. */
  @Override
  public boolean isSameAs(StoredBody before, String path) {
    return before.digest().kind() != DigestKind.NONE
        && before.bytes() == bytes
        && before.digest().equals(digest());
  }

  @Override
  public @Nullable WrittenFile keep(String path) {
    return null;
  }

  /** Hands over what is held, to be closed by who takes it; null when nothing is. */
  @Nullable Spool handOver() {
    Spool handed = held;
    held = null;
    return handed;
  }

  @Override
  public void discard() {
    if (held != null) {
      held.close();
      held = null;
    }
  }
}
