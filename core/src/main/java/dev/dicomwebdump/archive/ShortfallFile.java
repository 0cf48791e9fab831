package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a list of {@link Shortfall}s as they are told, one JSON object a line. The lines gather
 * beside the file until {@link #finish}; closed without that, they are gone. Safe for use by many
 * threads at once.
 */
public final class ShortfallFile implements AutoCloseable {

  private final FileAside file;

  /**
   * Begins the file. It need not lie in a dump.
   *
   * @throws OutputException when it cannot be made
   */
  public ShortfallFile(Path file, Permissions permissions) {
    this.file = new FileAside(file, permissions);
  }

  /**
   * Adds a line.
   *
   * @throws OutputException when it cannot be written
   */
  public synchronized void add(Shortfall shortfall) {
    try {
      file.out().write(JsonWriter.encodeLine(json -> write(json, shortfall)));
    } catch (IOException e) {
      throw file.failed(e);
    }
  }

  /**
   * Gives the file its final name, in place of what is there; nothing can be added after that.
   *
   * @throws OutputException when it cannot be written out or moved
   */
  public synchronized void finish() {
    file.finish();
  }

  /** Deletes the lines unless they were finished. */
  @Override
  public synchronized void close() {
    file.close();
  }

  private static void write(JsonWriter json, Shortfall shortfall) {
    json.beginObject();
    json.string("kind", shortfall.kind().published());
    RecordJson.writeUid(json, "study", shortfall.study());
    RecordJson.writeUid(json, "series", shortfall.series());
    RecordJson.writeUid(json, "instance", shortfall.instance());
    json.string("attribute", shortfall.attribute() == null ? null : shortfall.attribute().value());
    json.string("frames", shortfall.frames());
    json.truth("below", shortfall.below());
    json.string(
        "outcome", shortfall.outcome() == null ? "pending" : shortfall.outcome().published());
    RecordJson.writeProblem(json, "problem", shortfall.problem());
    json.number("status", shortfall.status());
    json.endObject();
  }
}
