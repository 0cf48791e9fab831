package dev.dicomwebdump.replay.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of an answer, which can be read more than once. */
public interface Content {

  /** No bytes. */
  Content EMPTY = of("");

  /** How many bytes there are; -1 when that is known only after reading. */
  long length();

  /**
   * Opens them; the caller closes the stream.
   *
   * @throws IOException when a file is not there, or cannot be read
   */
  InputStream open() throws IOException;

  /** A text in UTF-8. */
  static Content of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /** Bytes that lie elsewhere. */
  static Content of(long length, Source source) {
    return new Content() {
      @Override
      public long length() {
        return length;
      }

      @Override
      public InputStream open() throws IOException {
        return source.open();
      }
    };
  }

  /** A stretch of these bytes. */
  default Content slice(long from, long length) {
    return of(length, () -> Slice.of(open(), from, length));
  }

  /** Where bytes come from. */
  @FunctionalInterface
  interface Source {

    /** Opens them; the caller closes the stream. */
    InputStream open() throws IOException;
  }
}
