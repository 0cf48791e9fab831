package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Shows a proof the content of a response that came in a content coding: RFC 9110 section 8.4.
 *
 * @param coding the content coding
 * @param limit how far the content may expand
 */
public record Decoding(ContentCoding coding, DecodingLimit limit) {

  private static final int BUFFER = 1 << 16;

  /**
   * Decodes all of it.
   *
   * @param coded how many bytes came
   * @return why it cannot be decoded; null when it can
   */
  public @Nullable Problem show(
      ResponseHead head, ContentSource content, long coded, ResponseProof proof) {
    if (coding == ContentCoding.UNKNOWN) {
      String told = head.headers().first("Content-Encoding");
      return new Problem(Problem.Kind.CONTENT_CODING, "unknown content coding: " + told);
    }
    try (InputStream decoded = content.open()) {
      return show(decoded, coded, proof);
    } catch (EOFException e) {
      return new Problem(Problem.Kind.TRUNCATED, "the compressed content breaks off");
    } catch (IOException e) {
      return new Problem(
          Problem.Kind.CONTENT_CODING, "the compressed content is broken: " + e.getMessage());
    }
  }

  private @Nullable Problem show(InputStream content, long coded, ResponseProof proof)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long decoded = 0;
    Problem tooMuch = null;
    for (int read = content.read(buffer);
        read >= 0 && tooMuch == null;
        read = content.read(buffer)) {
      proof.content(buffer, 0, read);
      decoded += read;
      tooMuch = limit.problem(decoded, coded);
    }
    return tooMuch;
  }
}
