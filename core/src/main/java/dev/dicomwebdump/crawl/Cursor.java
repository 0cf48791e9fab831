package dev.dicomwebdump.crawl;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a document names, one by one, read no further than was asked. For one thread. */
public interface Cursor<T> extends Closeable {

  /**
   * The next one, or null after the last.
   *
   * @throws dev.dicomwebdump.dicomjson.DicomJsonException when the document breaks off or is not
   *     DICOM JSON; what was named before stands
   * @throws IOException when the stream cannot be read
   */
  @Nullable T next() throws IOException;
}
