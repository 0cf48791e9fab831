package dev.dicomwebdump.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

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
    try (JsonGenerator json = JsonText.compact(out)) {
      json.writeStartObject();
      json.writeObjectFieldStart("log");
      json.writeStringField("version", HAR_VERSION);
      json.writeObjectFieldStart("creator");
      json.writeStringField("name", program);
      json.writeStringField("version", programVersion);
      json.writeEndObject();
      json.writeArrayFieldStart("entries");
      writeEntries(json);
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
      json.flush();
    } catch (IOException e) {
      throw failed(e);
    }
    return new Written(entries, unread.unread());
  }

  private void writeEntries(JsonGenerator json) throws IOException {
    Path real = folder.toRealPath();
    RecordWalk.Visitor<DumpRecord> visitor = (path, record) -> write(json, real, path, record);
    new RecordWalk<>(real, RecordReader::read, visitor, unread, false).walk(real);
  }

  private boolean write(JsonGenerator json, Path real, String path, DumpRecord record) {
    boolean hasBody = bodies && record.isBodyKept();
    HarText text = hasBody ? new HarBody(real, path, record) : HarText.of(record.errorText());
    try {
      RecordJson.writeEntries(json, record, text);
      json.writeRaw('\n');
    } catch (IOException e) {
      throw failed(e);
    }
    entries += 1 + record.exchange().earlier().size();
    return true;
  }

  private OutputException failed(IOException e) {
    return new OutputException("cannot write the HAR log of " + folder, e);
  }
}
