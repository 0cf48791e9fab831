package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.exchange.ContentCoding;
import java.io.IOException;
import java.io.InputStream;

/**
 * A metadata response that was recorded whole.
 *
 * @param folder where it lies
 * @param path its file
 * @param coding how its content is coded
 */
record RecordedMetadata(ArchiveFolder folder, String path, ContentCoding coding) {

  /** A complete entry's metadata. */
  static RecordedMetadata of(ArchiveFolder folder, HeldEntry held) {
    ContentCoding coding = ContentCoding.of(held.record().responseHeaders());
    return new RecordedMetadata(folder, held.files().body(), coding);
  }

  /** Opens the content, decoded; the caller closes it. */
  InputStream open() throws IOException {
    return coding.decode(folder.read(path));
  }
}
