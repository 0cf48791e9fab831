package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.multipart.MultipartIndex;
import dev.dicomwebdump.multipart.Part;
import dev.dicomwebdump.multipart.PartHeader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of a body only what is around its payloads, where the body can be put together of both
 * again, to the byte. It cannot be where the content is coded, and is not where the wrapper is
 * large, or holds a secret that the record must not tell.
 */
final class Unwrapping {

  /** A wrapper is 150 bytes a part; it has to find room in a record of 100,000 parts. */
  private static final long MOST_AROUND = 1 << 24;

  private final Attempt attempt;
  private final EntryFiles files;
  private final Redaction redaction;
  private final String asked;

  /**
   * @param asked the URL that was asked
   */
  Unwrapping(Attempt attempt, EntryFiles files, Redaction redaction, String asked) {
    this.attempt = attempt;
    this.files = files;
    this.redaction = redaction;
    this.asked = asked;
  }

  /** What is kept in place of the body; null when the body itself must be. */
  @Nullable KeptBody of(List<WrittenFile> payloads) {
    if (attempt.coding() != ContentCoding.IDENTITY || payloads.isEmpty()) {
      return null;
    }
    MultipartIndex index = attempt.multipart();
    return index == null ? ofWhole(payloads.get(0)) : ofParts(index, payloads);
  }

  private @Nullable KeptBody ofWhole(WrittenFile payload) {
    return attempt.bodyBytes() == payload.bytes()
        ? kept(files.told(payload.path()), List.of())
        : null;
  }

  private @Nullable KeptBody ofParts(MultipartIndex index, List<WrittenFile> payloads) {
    long around = attempt.bodyBytes() - index.parts().stream().mapToLong(Part::length).sum();
    boolean fits = payloads.size() == index.parts().size() && around <= MOST_AROUND;
    return fits && !holdsSecrets(index) ? kept(null, wrapper(index)) : null;
  }

  private KeptBody kept(@Nullable String file, List<String> wrapper) {
    StoredBody told = new StoredBody(file, attempt.bodyBytes(), attempt.bodyDigest());
    return new KeptBody(told, null, wrapper);
  }

  private boolean holdsSecrets(MultipartIndex index) {
    return index.parts().stream()
        .map(Unwrapping::headers)
        .anyMatch(headers -> !redaction.redact(headers, asked).equals(headers));
  }

  /** A part's MIME headers as a record has them. */
  static List<Header> headers(Part part) {
    List<Header> headers = new ArrayList<>(part.headers().size());
    for (PartHeader field : part.headers()) {
      headers.add(new Header(field.name(), field.value()));
    }
    return headers;
  }

  private List<String> wrapper(MultipartIndex index) {
    List<String> pieces = new ArrayList<>();
    try (InputStream body = attempt.readBody()) {
      long at = 0;
      for (Part part : index.parts()) {
        pieces.add(base64(body.readNBytes(Math.toIntExact(part.offset() - at))));
        body.skipNBytes(part.length());
        at = part.offset() + part.length();
      }
      pieces.add(base64(body.readAllBytes()));
    } catch (IOException e) {
      throw new OutputException("cannot read back " + files.body(), e);
    }
    return pieces;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
