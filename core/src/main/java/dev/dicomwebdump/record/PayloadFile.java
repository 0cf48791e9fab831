package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.multipart.PartHeader;
import dev.dicomwebdump.multipart.PartListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the first payload of a response to a file of its own. */
final class PayloadFile implements PartListener {

  private final ArchiveFolder folder;
  private final String path;
  private @Nullable DigestedFile file;
  private boolean open;

  PayloadFile(ArchiveFolder folder, String path) {
    this.folder = folder;
    this.path = path;
  }

  @Override
  public void begin(List<PartHeader> headers, long offset) {
    if (file == null) {
      file = new DigestedFile(folder, path);
      open = true;
    }
  }

  @Override
  public void bytes(byte[] buffer, int offset, int length) {
    if (open && file != null) {
      file.write(buffer, offset, length);
    }
  }

  @Override
  public void end() {
    open = false;
  }

  /** Gives the file its final name; null when no payload came. */
  @Nullable StoredBody keep() {
    return file == null ? null : file.moveTo(path);
  }

  void discard() {
    if (file != null) {
      file.discard();
    }
  }
}
