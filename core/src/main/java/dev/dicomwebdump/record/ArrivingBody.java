package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ContentDigest;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.exchange.OutputException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The content of one response as it comes: counted and digested. For one thread at a time. */
interface ArrivingBody {

  /**
   * More of it came.
   *
   * @throws OutputException when it cannot be kept
   */
  void write(byte[] buffer, int offset, int length);

  /** How many bytes came. */
  long bytes();

  /** The digest of what came; nothing may be written after. */
  ContentDigest digest();

  /**
   * What came, from its first byte; nothing may be written after. The caller closes it.
   *
   * @throws OutputException when it cannot be opened
   */
  InputStream read();

  /**
   * Whether it is what was recorded before; nothing may be written after.
   *
   * @param held what the record tells
   * @param path the file that holds it, where one does
   */
  boolean isSameAs(StoredBody held, String path);

  /** Gives it its final name; null where it is not to be kept. */
  @Nullable WrittenFile keep(String path);

  /** Leaves nothing behind, unless it has its final name. */
  void discard();
}
