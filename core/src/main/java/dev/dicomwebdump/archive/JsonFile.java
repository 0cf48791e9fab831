package dev.dicomwebdump.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A record or summary on disk, to read. */
public final class JsonFile {

  /** More than any record or summary needs; a larger file is neither. */
  public static final long MOST_BYTES = 1L << 27;

  private JsonFile() {}

  /**
   * Opens it; the caller closes it.
   *
   * @throws FormatException when it has more than {@value #MOST_BYTES} bytes
   * @throws IOException when it is not there, is a link, or cannot be read
   */
  public static InputStream open(Path file) throws IOException {
    InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    if (Files.size(file) > MOST_BYTES) {
      content.close();
      throw new FormatException("it is too large: more than 128 MB");
    }
    return content;
  }
}
