package dev.dicomwebdump.dump;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The content of a page that may find nothing, and have no content at all. */
final class SearchContent {

  private SearchContent() {}

  /** An empty array. */
  static InputStream none() {
    return new ByteArrayInputStream("[]".getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The same content, or an empty array where it is empty: PS3.18 section 10.6.3.2.
   *
   * @param page content-decoded; closed with what is returned
   */
  static InputStream of(InputStream page) throws IOException {
    InputStream content = new BufferedInputStream(page);
    content.mark(1);
    if (content.read() >= 0) {
      content.reset();
      return content;
    }
    content.close();
    return none();
  }
}
