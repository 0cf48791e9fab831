package dev.dicomwebdump.dump;

import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.proof.ContentSource;
import java.io.IOException;
import java.io.InputStream;

/**
 * A metadata response that was recorded whole.
 *
 * @param body opens it, before content decoding
 * @param coding how its content is coded
 * @param address the URL where it came from: what it refers to is relative to that
 */
record RecordedMetadata(ContentSource body, ContentCoding coding, String address) {

  /** Opens the content, decoded; the caller closes it. */
  InputStream open() throws IOException {
    return coding.decode(body.open());
  }
}
