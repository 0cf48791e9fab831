package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
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

  private static DumpRecord record(JsonObject entry, JsonObject dicomweb) throws FormatException {
    if (dicomweb.whole("version", 1) != RecordJson.VERSION) {
      throw dicomweb.wrong("version", "not " + RecordJson.VERSION);
    }
    Problem problem = problem(dicomweb.objectOrNull("problem"));
    List<Exchange> earlier = new ArrayList<>();
    List<@Nullable String> texts = new ArrayList<>();
    for (JsonObject before : dicomweb.objects("earlier")) {
      Problem its = problem(before.objectOrNull("_problem"));
      earlier.add(HarReader.exchange(before, its, List.of()));
      texts.add(HarReader.text(before));
    }
    return new DumpRecord(
        resource(dicomweb.object("resource")),
        dicomweb.object("resource").string("uri"),
        dicomweb.published("outcome", Outcome.values(), Outcome::published),
        problem,
        dicomweb.strings("notes"),
        StoredReader.body(dicomweb.objectOrNull("body")),
        StoredReader.multipart(dicomweb.objectOrNull("multipart")),
        transferSyntax(dicomweb.objectOrNull("transferSyntax")),
        HarReader.exchange(entry, problem, earlier),
        HarReader.contentSize(entry),
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

  private static Resource resource(JsonObject told) throws FormatException {
    Resource resource =
        new Resource(
            told.published("kind", ResourceKind.values(), ResourceKind::published),
            new Uid(told.string("study")),
            uid(told, "series"),
            uid(told, "instance"),
            told.numbers("frames"));
    if (!resource.equals(ofKind(resource))) {
      throw new FormatException("the resource has members that its kind has not");
    }
    return resource;
  }

  /** The resource that the factory of its kind makes of those members that the kind has. */
  private static Resource ofKind(Resource told) throws FormatException {
    Uid study = told.study();
    Uid series = told.series();
    Uid instance = told.instance();
    ResourceKind kind = told.kind();
    if (kind == ResourceKind.STUDY_METADATA) {
      return Resource.studyMetadata(study);
    }
    if (series != null && kind == ResourceKind.SERIES_METADATA) {
      return Resource.seriesMetadata(study, series);
    }
    if (series == null || instance == null) {
      throw new FormatException("the resource lacks a UID that its kind needs");
    }
    if (kind == ResourceKind.FRAME && !told.frames().isEmpty()) {
      return Resource.frame(study, series, instance, told.frames().get(0));
    }
    return kind == ResourceKind.INSTANCE
        ? Resource.instance(study, series, instance)
        : Resource.instanceMetadata(study, series, instance);
  }

  private static @Nullable Uid uid(JsonObject resource, String name) throws FormatException {
    String uid = resource.stringOrNull(name);
    return uid == null ? null : new Uid(uid);
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
