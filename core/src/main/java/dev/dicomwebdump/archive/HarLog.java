package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Makes a log of HAR 1.2 of the records in a folder: each exchange is an entry, those that were
 * made before for the same resource too. Entries are streamed in the order in which the file system
 * names their records, so that memory does not grow with the dump; HAR wants its readers to sort.
 * For one thread.
 */
public final class HarLog {

  private static final String HAR_VERSION = "1.2";

  private final Path folder;
  private final String program;
  private final String programVersion;
  private final boolean bodies;
  private final UnreadTally unread = new UnreadTally();
  private long entries;

  /**
   * What came of it.
   *
   * @param entries how many exchanges there are
   * @param unread what could not be read, and is not in the log
   */
  public record Written(long entries, Unread unread) {}

  /**
   * @param folder a dump, or the folder of one of its studies; links in it are not followed
   * @param program the name of the program that makes the log
   * @param programVersion its version
   * @param bodies whether bodies are in the log too, content-decoded, as far as they were kept
   */
  public HarLog(Path folder, String program, String programVersion, boolean bodies) {
    this.folder = folder;
    this.program = program;
    this.programVersion = programVersion;
    this.bodies = bodies;
  }

  /**
   * Writes the log. To be called once.
   *
   * @param out where it goes; not closed
   * @throws OutputException when the folder cannot be read, or the log not be written
   */
  public Written writeTo(OutputStream out) {
    try {
      JsonWriter json = JsonWriter.compact(out);
      json.beginObject();
      json.beginObject("log");
      json.string("version", HAR_VERSION);
      json.beginObject("creator");
      json.string("name", program);
      json.string("version", programVersion);
      json.endObject();
      json.beginArray("entries");
      writeEntries(json);
      json.endArray();
      json.endObject();
      json.endObject();
      json.newLine();
      json.flush();
    } catch (UncheckedIOException e) {
      throw failed(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw failed(e);
    }
    return new Written(entries, unread.unread());
  }

  private void writeEntries(JsonWriter json) throws IOException {
    Path real = folder.toRealPath();
    RecordWalk.Visitor<DumpRecord> visitor = (path, record) -> write(json, real, path, record);
    new RecordWalk<>(real, RecordReader::read, visitor, unread, false).walk(real);
  }

  private boolean write(JsonWriter json, Path real, String path, DumpRecord record) {
    boolean hasBody = bodies && record.isBodyKept();
    HarText text = hasBody ? new HarBody(real, path, record) : HarText.of(record.errorText());
    RecordJson.writeEntries(json, record, text);
    json.newLine();
    entries += 1 + record.exchange().earlier().size();
    return true;
  }

  private OutputException failed(IOException e) {
    return new OutputException("cannot write the HAR log of " + folder, e);
  }
}
