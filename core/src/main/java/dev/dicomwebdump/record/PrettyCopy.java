package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.PendingFile;
import dev.dicomwebdump.archive.PrettyJson;
import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.ResourceKind;
import java.io.IOException;
import java.io.InputStream;

/** Writes recorded JSON once more beside it, laid out to be read by people. */
final class PrettyCopy {

  private static final int BUFFER = 1 << 16;

  private PrettyCopy() {}

  /** Whether what is recorded of such a resource is JSON. */
  static boolean isFor(ResourceKind kind) {
    return kind.isMetadata() || kind.isSearch();
  }

  static void write(ArchiveFolder folder, EntryFiles files, ContentCoding coding) {
    PrettyJson pretty = new PrettyJson();
    byte[] buffer = new byte[BUFFER];
    try (InputStream content = coding.decode(folder.read(files.body()));
        PendingFile file = folder.create(files.pretty())) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        write(pretty.next(buffer, 0, read), file);
      }
      write(pretty.end(), file);
      file.moveTo(files.pretty());
    } catch (IOException e) {
      throw new OutputException("cannot read back " + folder.resolve(files.body()), e);
    }
  }

  private static void write(byte[] bytes, PendingFile file) {
    file.write(bytes, 0, bytes.length);
  }
}
