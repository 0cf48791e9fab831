package dev.dicomwebdump.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the body of the last response in memory: for metadata and searches, not for pixels. Finds
 * nothing wrong with it. For one resource at a time, and one thread.
 */
public final class MemorySink implements ResponseSink {

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private ContentCoding coding = ContentCoding.IDENTITY;

  @Override
  public void head(ResponseHead head) {
    body.reset();
    coding = ContentCoding.of(head.headers());
  }

  @Override
  public void body(byte[] buffer, int offset, int length) {
    body.write(buffer, offset, length);
  }

  @Override
  public @Nullable Problem end() {
    return null;
  }

  /**
   * The body, content-decoded. Whether it is the resource that was asked for, and whole, the
   * exchange tells.
   *
   * @throws IOException when the content coding is unknown, or the first bytes are not of it
   */
  public InputStream content() throws IOException {
    return coding.decode(new ByteArrayInputStream(body.toByteArray()));
  }
}
