package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the member {@code dump} of a summary back. */
final class DumpStateReader {

  private DumpStateReader() {}

  static DumpState read(JsonObject dump) throws FormatException {
    return new DumpState(
        verdict(dump),
        dump.string("root"),
        extent(dump),
        dump.whole("series", 0),
        dump.whole("instances", 0),
        dump.whole("frames", 0),
        resources(dump.object("resources")),
        transferSyntax(dump.object("transferSyntax")),
        notes(dump.object("notes")),
        levels(dump),
        new Missing(missing(dump), dump.whole("missingOmitted", 0)));
  }

  static DumpVerdict verdict(JsonObject object) throws FormatException {
    return object.published("verdict", DumpVerdict.values(), DumpVerdict::published);
  }

  private static DumpState.Extent extent(JsonObject dump) throws FormatException {
    if (dump.has("study")) {
      return new DumpState.OneStudy(new Uid(dump.string("study")));
    }
    List<StudyVerdict> studies = new ArrayList<>();
    for (JsonObject study : dump.objects("studies")) {
      studies.add(
          new StudyVerdict(
              new Uid(study.string("study")),
              verdict(study),
              study.string("folder"),
              RecordReader.problem(study.objectOrNull("problem"))));
    }
    return new DumpState.AllStudies(studies);
  }

  private static Map<ResourceKind, ResourceCounts> resources(JsonObject all)
      throws FormatException {
    Map<ResourceKind, ResourceCounts> resources = new EnumMap<>(ResourceKind.class);
    for (ResourceKind kind : ResourceKind.values()) {
      if (all.has(kind.published())) {
        resources.put(kind, counts(all.object(kind.published())));
      }
    }
    return resources;
  }

  private static ResourceCounts counts(JsonObject counts) throws FormatException {
    return new ResourceCounts(
        counts.whole(Outcome.COMPLETE.published(), 0),
        counts.whole(Outcome.INCOMPLETE.published(), 0),
        counts.whole(Outcome.FAILED.published(), 0),
        counts.whole(Outcome.UNSUPPORTED.published(), 0),
        counts.whole("pending", 0),
        counts.whole("bytes", 0));
  }

  private static TransferSyntaxCounts transferSyntax(JsonObject counts) throws FormatException {
    return new TransferSyntaxCounts(
        counts.whole("asStored", 0),
        counts.whole("maybeTranscoded", 0),
        counts.whole("unknown", 0));
  }

  private static Map<String, Long> notes(JsonObject counts) throws FormatException {
    Map<String, Long> notes = new HashMap<>();
    for (String note : counts.names()) {
      notes.put(note, counts.whole(note, 1));
    }
    return notes;
  }

  private static List<ResourceKind> levels(JsonObject dump) throws FormatException {
    List<String> named = dump.strings("unsupportedLevels");
    List<ResourceKind> levels = new ArrayList<>();
    for (ResourceKind kind : ResourceKind.values()) {
      if (named.contains(kind.published())) {
        levels.add(kind);
      }
    }
    return levels;
  }

  private static List<MissingGroup> missing(JsonObject dump) throws FormatException {
    List<MissingGroup> groups = new ArrayList<>();
    for (JsonObject group : dump.objects("missing")) {
      groups.add(
          new MissingGroup(
              group.published("kind", ResourceKind.values(), ResourceKind::published),
              new Uid(group.string("study")),
              uid(group, "series"),
              uid(group, "instance"),
              group.stringOrNull("frames"),
              group.whole("count", 1),
              group.published("outcome", Outcome.values(), Outcome::published),
              Objects.requireNonNull(RecordReader.problem(group.object("problem"))),
              (int) group.whole("status", 0)));
    }
    return groups;
  }

  private static @Nullable Uid uid(JsonObject group, String name) throws FormatException {
    String value = group.stringOrNull(name);
    return value == null ? null : new Uid(value);
  }
}
