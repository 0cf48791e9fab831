package dev.dicomwebdump.proof;

import java.io.IOException;
import java.io.InputStream;

/** Opens a response's content, decoded, from its first byte; the caller closes it. */
@FunctionalInterface
public interface ContentSource {

  /** Opens it anew. */
  InputStream open() throws IOException;
}
