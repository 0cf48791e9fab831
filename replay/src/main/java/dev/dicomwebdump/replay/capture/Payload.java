package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.StoredMultipart;
import dev.dicomwebdump.archive.StoredPart;
import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One payload of a recorded response, without what was around it. Immutable.
 *
 * @param headers its MIME headers; of a response that is no multipart, its Content-Type alone
 * @param content its bytes
 */
record Payload(List<Header> headers, Content content) {

  Payload {
    headers = List.copyOf(headers);
  }

  /** The payloads of a response, in their order; none where it is not whole. */
  static List<Payload> of(DumpFiles files, @Nullable DumpRecord record) {
    if (record == null || record.outcome() != Outcome.COMPLETE || !record.isBodyKept()) {
      return List.of();
    }
    EntryFiles place = Layout.filesOf(record.resource());
    Content decoded = decoded(files, record, place);
    StoredMultipart multipart = record.multipart();
    if (multipart == null) {
      String type = record.responseHeaders().first("Content-Type");
      return List.of(
          new Payload(
              type == null ? List.of() : List.of(new Header("Content-Type", type)), decoded));
    }
    List<Payload> payloads = new ArrayList<>();
    for (StoredPart part : multipart.parts()) {
      payloads.add(new Payload(part.headers(), contentOf(part, files, place, decoded)));
    }
    return payloads;
  }

  /** The media type that the headers tell. */
  String type() {
    return headers.stream()
        .filter(header -> header.is("Content-Type"))
        .map(Header::value)
        .findFirst()
        .orElse("application/octet-stream");
  }

  /** The media type without a transfer syntax. */
  MediaType plainType() {
    return new MediaType(MediaType.parse(type()).type(), Map.of());
  }

  /** The transfer syntax that the headers tell; null for none. */
  @Nullable String syntax() {
    return MediaType.parse(type()).transferSyntax();
  }

  /** The bytes of a response after content decoding. */
  static Content decoded(DumpFiles files, DumpRecord record, EntryFiles place) {
    ContentCoding coding = ContentCoding.of(record.responseHeaders());
    Content sent = files.body(record, place);
    return coding == ContentCoding.IDENTITY
        ? sent
        : Content.of(record.contentSize(), () -> coding.decode(sent.open()));
  }

  private static Content contentOf(
      StoredPart part, DumpFiles files, EntryFiles place, Content decoded) {
    String file = part.file();
    return file == null
        ? decoded.slice(part.offset(), part.length())
        : Content.of(part.length(), () -> files.open(place.named(file)));
  }
}
