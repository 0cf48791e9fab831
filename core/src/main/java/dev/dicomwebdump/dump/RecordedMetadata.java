package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.exchange.ContentCoding;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/**
 * A metadata response that was recorded whole.
 *
 * @param folder where it lies
 * @param path its file
 * @param coding how its content is coded
 * @param url where it came from: what it refers to is relative to that
 */
record RecordedMetadata(ArchiveFolder folder, String path, ContentCoding coding, URI url) {

  /** A complete entry's metadata. */
  static RecordedMetadata of(ArchiveFolder folder, HeldEntry held) {
    ContentCoding coding = ContentCoding.of(held.record().responseHeaders());
    URI url = held.record().exchange().request().url();
    return new RecordedMetadata(folder, held.files().body(), coding, url);
  }

  /** Opens the content, decoded; the caller closes it. */
  InputStream open() throws IOException {
    return coding.decode(folder.read(path));
  }
}
