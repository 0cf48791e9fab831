package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.ResourceKind;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the outline of a record, for who reads very many. What grows with the parts of a body is
 * passed over, so that memory does not grow with them.
 */
public final class RecordOutlineReader {

  private static final Set<String> PASSED_OVER = Set.of("multipart", "instances", "notes");

  private RecordOutlineReader() {}

  /**
   * Reads a record's file, and closes the stream.
   *
   * @throws FormatException when it is no record; members that the outline has no use for are not
   *     looked at
   * @throws IOException when it cannot be read
   */
  public static RecordOutline read(InputStream content) throws IOException {
    JsonObject entry = JsonDocument.read(content, PASSED_OVER);
    try {
      return outline(entry);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new FormatException("a value is not good: " + e.getMessage(), e);
    }
  }

  /** The outline of a record that was read from its file. */
  static RecordOutline outline(JsonObject entry) throws FormatException {
    JsonObject dicomweb = entry.object("_dicomweb");
    if (dicomweb.whole("version", 1) != RecordJson.VERSION) {
      throw dicomweb.wrong("version", "not " + RecordJson.VERSION);
    }
    Problem problem = RecordReader.problem(dicomweb.objectOrNull("problem"));
    List<Exchange> earlier = new ArrayList<>();
    for (JsonObject before : dicomweb.objects("earlier")) {
      Problem its = RecordReader.problem(before.objectOrNull("_problem"));
      earlier.add(HarReader.exchange(before, its, List.of()));
    }
    return new RecordOutline(
        dicomweb
            .object("resource")
            .published("kind", ResourceKind.values(), ResourceKind::published),
        dicomweb.published("outcome", Outcome.values(), Outcome::published),
        problem,
        HarReader.exchange(entry, problem, earlier));
  }
}
