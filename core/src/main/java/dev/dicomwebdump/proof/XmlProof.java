package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Metadata in XML is one document for each instance: PS3.18 section 8.7.3.3. Its ends must be those
 * of a document; what lies between is not parsed.
 */
final class XmlProof extends PayloadProof {

  private static final String DICOM_XML = "application/dicom+xml";

  private int first;
  private int last;

  @Override
  void begin() {
    super.begin();
    first = 0;
    last = 0;
  }

  @Override
  void take(byte[] buffer, int offset, int length) {
    super.take(buffer, offset, length);
    for (int i = offset; i < offset + length && first == 0; i++) {
      first = isFiller(buffer[i]) ? 0 : buffer[i];
    }
    for (int i = offset + length - 1; i >= offset; i--) {
      if (buffer[i] > ' ') {
        last = buffer[i];
        return;
      }
    }
  }

  @Override
  @Nullable Problem problem(MediaType type, @Nullable String syntax, List<String> notes) {
    if (ContentTypes.isHtml(type) || !type.type().endsWith("xml")) {
      return new Problem(
          Problem.Kind.CONTENT_TYPE, ContentTypes.shown(type) + " in place of DICOM XML");
    }
    if (first != '<') {
      return new Problem(Problem.Kind.DICOM, "not XML: it does not begin with <");
    }
    if (last != '>') {
      return new Problem(Problem.Kind.TRUNCATED, "the XML breaks off");
    }
    if (!type.type().equals(DICOM_XML)) {
      notes.add("content type " + ContentTypes.shown(type) + " for DICOM XML");
    }
    return null;
  }

  /** Blanks, and the bytes of a byte order mark of UTF-8. */
  private static boolean isFiller(byte value) {
    return value <= ' ';
  }
}
