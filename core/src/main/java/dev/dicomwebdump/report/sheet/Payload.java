package dev.dicomwebdump.report.sheet;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.ExactBody;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.StoredMultipart;
import dev.dicomwebdump.archive.StoredPart;
import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a response brought as one picture.
 *
 * @param bytes without the multipart around it, content-decoded
 * @param transferSyntax the UID that its headers tell; null for none
 */
@SuppressWarnings("ArrayRecordComponent") // Made and drawn at once, and never compared.
record Payload(byte[] bytes, @Nullable String transferSyntax) {

  /** A larger one is not drawn. */
  private static final int MOST_BYTES = 1 << 26;

  /**
   * Reads a payload of a recorded response.
   *
   * @param part which one of those that came, from 0
   * @throws UndrawableException when there is no such part, or it is too large
   * @throws IOException when a file is not there, or cannot be read
   */
  static Payload read(Capture capture, DumpRecord record, int part)
      throws IOException, UndrawableException {
    StoredMultipart multipart = record.multipart();
    if (multipart == null) {
      try (InputStream in = decoded(capture, record)) {
        return new Payload(bounded(in, Long.MAX_VALUE), syntax(record.responseHeaders().fields()));
      }
    }
    if (part >= multipart.parts().size()) {
      throw new UndrawableException("fewer parts than frames that were asked for");
    }
    StoredPart wanted = multipart.parts().get(part);
    try (InputStream in = open(capture, record, wanted)) {
      return new Payload(bounded(in, wanted.length()), syntax(wanted.headers()));
    }
  }

  private static InputStream open(Capture capture, DumpRecord record, StoredPart part)
      throws IOException {
    if (part.file() != null) {
      return capture.open(Layout.filesOf(record.resource()).named(part.file()));
    }
    InputStream body = decoded(capture, record);
    try {
      body.skipNBytes(part.offset());
      return body;
    } catch (IOException e) {
      body.close();
      throw e;
    }
  }

  /** The content of a response after content decoding; the caller closes it. */
  static InputStream decoded(Capture capture, DumpRecord record) throws IOException {
    EntryFiles files = Layout.filesOf(record.resource());
    return ContentCoding.of(record.responseHeaders())
        .decode(ExactBody.open(files, record, capture::open));
  }

  private static byte[] bounded(InputStream in, long length)
      throws IOException, UndrawableException {
    byte[] bytes = in.readNBytes((int) Math.min(length, MOST_BYTES + 1L));
    if (bytes.length > MOST_BYTES) {
      throw new UndrawableException("more than 64 MB");
    }
    return bytes;
  }

  private static @Nullable String syntax(List<Header> headers) {
    return headers.stream()
        .filter(header -> header.is("Content-Type"))
        .findFirst()
        .map(header -> MediaType.parse(header.value()).transferSyntax())
        .orElse(null);
  }
}
