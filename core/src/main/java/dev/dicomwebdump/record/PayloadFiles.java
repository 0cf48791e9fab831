package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.ContentDigest;
import dev.dicomwebdump.archive.Digests;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.multipart.PartHeader;
import dev.dicomwebdump.multipart.PartListener;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes each payload of a response to a file of its own under a temporary name: one is open at a
 * time, and of the others only lengths and digests are held.
 */
final class PayloadFiles implements PartListener {

  private final ArchiveFolder folder;
  private final EntryFiles files;
  private final Digests digests;
  private final List<Written> whole = new ArrayList<>();
  private @Nullable DigestedFile open;

  /** A payload that has ended. */
  private record Written(long bytes, ContentDigest digest) {}

  PayloadFiles(ArchiveFolder folder, EntryFiles files, Digests digests) {
    this.folder = folder;
    this.files = files;
    this.digests = digests;
  }

  @Override
  public void begin(List<PartHeader> headers, long offset) {
    open = new DigestedFile(folder, files.payload(whole.size() + 1), digests);
  }

  @Override
  public void bytes(byte[] buffer, int offset, int length) {
    if (open != null) {
      open.write(buffer, offset, length);
    }
  }

  @Override
  public void end() {
    if (open != null) {
      open.leave();
      whole.add(new Written(open.bytes(), open.digest()));
      open = null;
    }
  }

  /** How many payloads came whole. */
  int count() {
    return whole.size();
  }

  /** The file of a payload, from 1, under its temporary name. */
  WrittenFile temporary(int part) {
    Written written = whole.get(part - 1);
    return new WrittenFile(nameOf(part), written.bytes(), written.digest());
  }

  void discard() {
    if (open != null) {
      open.discard();
      open = null;
    }
    for (int part = 1; part <= whole.size(); part++) {
      folder.delete(nameOf(part));
    }
    whole.clear();
  }

  private String nameOf(int part) {
    return Layout.temporary(files.payload(part));
  }
}
