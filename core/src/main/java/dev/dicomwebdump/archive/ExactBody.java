package dev.dicomwebdump.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * The content of a recorded response to the byte as it was sent, content coding included: read from
 * its file, or put together of its payloads and what was around them. Holds one file open, and no
 * more of the payloads than is read. Whether it has the recorded digest is for the reader to say.
 */
public final class ExactBody {

  private ExactBody() {}

  /** Opens a file of the dump. */
  @FunctionalInterface
  public interface Opener {

    /**
     * Opens one; the caller closes it.
     *
     * @param path as in {@link Layout}
     * @throws IOException when it is not there, or cannot be read
     */
    InputStream open(String path) throws IOException;
  }

  /**
   * Opens what was kept of a response's content; the caller closes it.
   *
   * @param files those of the record
   * @param record one whose body was kept
   * @throws IOException when it was not, or a file is not there, or cannot be read; of payloads not
   *     before their turn comes
   */
  public static InputStream open(EntryFiles files, DumpRecord record, Opener opener)
      throws IOException {
    StoredBody body = record.body();
    if (body == null || !record.isBodyKept()) {
      throw new NoSuchFileException(files.body(), null, "the body was not kept");
    }
    if (body.file() != null) {
      return opener.open(files.named(body.file()));
    }
    return new JoinedInput(
        pieces(files, Objects.requireNonNull(record.multipart()), opener).iterator());
  }

  private static List<JoinedInput.Piece> pieces(
      EntryFiles files, StoredMultipart multipart, Opener opener) {
    List<JoinedInput.Piece> pieces = new ArrayList<>();
    Iterator<StoredPart> parts = multipart.parts().iterator();
    for (String around : multipart.wrapper()) {
      pieces.add(() -> new ByteArrayInputStream(Base64.getDecoder().decode(around)));
      if (parts.hasNext()) {
        String payload = Objects.requireNonNull(parts.next().file());
        pieces.add(() -> opener.open(files.named(payload)));
      }
    }
    return pieces;
  }
}
