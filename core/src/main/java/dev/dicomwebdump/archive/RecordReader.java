package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record back: {@link RecordJson#encode} of what was read gives the same bytes. Members
 * that are not known are ignored, so that later versions can add some.
 */
public final class RecordReader {

  private RecordReader() {}

  /**
   * Reads a record's file.
   *
   * @throws FormatException when it is no record: it does not parse to its end, lacks a member that
   *     the schema requires, or contradicts itself
   */
  public static DumpRecord read(byte[] bytes) throws FormatException {
    JsonObject entry = JsonDocument.read(bytes);
    try {
      return record(entry, entry.object("_dicomweb"));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new FormatException("a value is not good: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a record's file, and closes the stream.
   *
   * @throws FormatException as {@link #read(byte[])}
   * @throws IOException when it cannot be read
   */
  public static DumpRecord read(InputStream content) throws IOException {
    try (content) {
      return read(content.readAllBytes());
    }
  }

  private static DumpRecord record(JsonObject entry, JsonObject dicomweb) throws FormatException {
    RecordOutline outline = RecordOutlineReader.outline(entry);
    List<@Nullable String> texts = new ArrayList<>();
    for (JsonObject before : dicomweb.objects("earlier")) {
      texts.add(HarReader.text(before));
    }
    Exchange last = outline.exchange();
    URI url = (last.earlier().isEmpty() ? last : last.earlier().get(0)).request().url();
    return new DumpRecord(
        new ResourceReader(dicomweb.object("resource"), url).read(),
        dicomweb.object("resource").string("uri"),
        outline.outcome(),
        outline.problem(),
        dicomweb.strings("notes"),
        StoredReader.body(dicomweb.objectOrNull("body")),
        StoredReader.multipart(dicomweb.objectOrNull("multipart")),
        StoredReader.instances(dicomweb),
        transferSyntax(dicomweb.objectOrNull("transferSyntax")),
        last,
        HarReader.contentSize(entry),
        HarReader.text(entry),
        texts);
  }

  /** Reads why something is not whole; null stays null. */
  static @Nullable Problem problem(@Nullable JsonObject problem) throws FormatException {
    return problem == null
        ? null
        : new Problem(
            problem.published("kind", Problem.Kind.values(), Problem.Kind::published),
            problem.string("message"));
  }

  private static @Nullable TransferSyntaxes transferSyntax(@Nullable JsonObject told)
      throws FormatException {
    return told == null
        ? null
        : new TransferSyntaxes(
            told.stringOrNull("asked"),
            told.stringOrNull("header"),
            told.stringsOrNulls("parts"),
            told.stringOrNull("file"));
  }
}
