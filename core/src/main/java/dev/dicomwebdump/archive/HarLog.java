package dev.dicomwebdump.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Makes a log of HAR 1.2 of the records in a folder: each exchange is an entry, those that were
 * made before for the same resource too. Entries are streamed in the order in which the file system
 * names their records, so that memory does not grow with the dump; HAR wants its readers to sort.
 * For one thread.
 */
public final class HarLog {

  private static final String HAR_VERSION = "1.2";

  /** More than any record needs; a larger file is none. */
  private static final long MOST_BYTES = 1L << 27;

  private final Path folder;
  private final String program;
  private final String programVersion;
  private final boolean bodies;
  private long entries;
  private long passedOver;

  /**
   * What came of it.
   *
   * @param entries how many exchanges there are
   * @param passedOver how many files have a record's name and are none
   */
  public record Written(long entries, long passedOver) {}

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
    } catch (UncheckedIOException e) {
      throw failed(Objects.requireNonNull(e.getCause()));
    }
    return new Written(entries, passedOver);
  }

  private void writeEntries(JsonGenerator json) throws IOException {
    Path real = folder.toRealPath();
    try (Stream<Path> records = Files.find(real, Integer.MAX_VALUE, HarLog::isRecord)) {
      for (Iterator<Path> each = records.iterator(); each.hasNext(); ) {
        write(json, real, each.next());
      }
    }
  }

  private void write(JsonGenerator json, Path real, Path file) throws IOException {
    DumpRecord record;
    try {
      record = RecordReader.read(Files.readAllBytes(file));
    } catch (FormatException e) {
      passedOver++; // By the format's own rule it is no record; verify tells why.
      return;
    }
    boolean hasBody = bodies && record.isBodyKept();
    HarText text = hasBody ? new HarBody(real, file, record) : HarText.of(record.errorText());
    RecordJson.writeEntries(json, record, text);
    json.writeRaw('\n');
    entries += 1 + record.exchange().earlier().size();
  }

  private static boolean isRecord(Path file, BasicFileAttributes attributes) {
    return attributes.isRegularFile()
        && attributes.size() <= MOST_BYTES
        && EntryFiles.isRecord(file.toString());
  }

  private OutputException failed(IOException e) {
    return new OutputException("cannot write the HAR log of " + folder, e);
  }
}
