package dev.dicomwebdump.archive;

import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the outline of a summary back. Members that are not known are ignored. */
public final class SummaryReader {

  private SummaryReader() {}

  /**
   * Reads a summary's file, be it a study's or the whole folder's.
   *
   * @throws FormatException when it is no summary
   */
  public static SummaryOutline read(byte[] bytes) throws FormatException {
    JsonObject summary = JsonDocument.read(bytes);
    if (summary.whole("version", 1) != SummaryJson.VERSION) {
      throw summary.wrong("version", "not " + SummaryJson.VERSION);
    }
    try {
      return outline(summary.object("dump"), summary.object("run"));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new FormatException("a value is not good: " + e.getMessage(), e);
    }
  }

  private static SummaryOutline outline(JsonObject dump, JsonObject run) throws FormatException {
    return new SummaryOutline(
        dump.string("root"),
        verdict(dump),
        Set.copyOf(
            dump.allPublished("unsupportedLevels", ResourceKind.values(), ResourceKind::published)),
        extent(dump),
        Instant.parse(run.string("started")),
        Instant.parse(run.string("ended")),
        run.published("end", RunEnd.values(), RunEnd::published),
        options(run.object("options")));
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

  private static DumpVerdict verdict(JsonObject object) throws FormatException {
    return object.published("verdict", DumpVerdict.values(), DumpVerdict::published);
  }

  private static Map<String, String> options(JsonObject options) throws FormatException {
    Map<String, String> read = new LinkedHashMap<>();
    for (String name : options.names()) {
      read.put(name, options.string(name));
    }
    return read;
  }
}
