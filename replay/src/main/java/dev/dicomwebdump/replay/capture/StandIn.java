package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.StoredMultipart;
import dev.dicomwebdump.archive.StoredPart;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request brought in the end as what an earlier attempt at it brought: the same bytes, but
 * for the boundary, which servers make anew each time.
 */
final class StandIn {

  private StandIn() {}

  /** The boundary that the header fields tell; empty for none. */
  static String boundary(Headers headers) {
    String told = MediaType.parse(headers.first("Content-Type")).parameter("boundary");
    return told == null ? "" : told;
  }

  /**
   * The content with another boundary in its delimiters; null where that would change its length,
   * or where its delimiters lie is not known.
   *
   * @param end the content, without content coding
   */
  static @Nullable Content withBoundary(
      Content end, @Nullable StoredMultipart multipart, String boundary) {
    if (multipart == null || multipart.boundary().length() != boundary.length()) {
      return null;
    }
    List<Content> pieces = new ArrayList<>();
    long at = 0;
    for (StoredPart part : multipart.parts()) {
      Content around = end.slice(at, part.offset() - at);
      pieces.add(changed(around, multipart.boundary(), boundary));
      pieces.add(end.slice(part.offset(), part.length()));
      at = part.offset() + part.length();
    }
    pieces.add(changed(end.slice(at, end.length() - at), multipart.boundary(), boundary));
    return new Joined(pieces);
  }

  private static Content changed(Content around, String from, String to) {
    return Content.of(around.length(), () -> open(around, from, to));
  }

  private static InputStream open(Content around, String from, String to) throws IOException {
    try (InputStream in = around.open()) {
      String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      return new ByteArrayInputStream(
          text.replace("--" + from, "--" + to).getBytes(StandardCharsets.ISO_8859_1));
    }
  }
}
