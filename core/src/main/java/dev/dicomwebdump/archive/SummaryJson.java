package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.Map;
import java.util.TreeMap;

/** Writes a summary as JSON; {@code schemas/summary.schema.json} defines it. */
public final class SummaryJson {

  static final int VERSION = 1;

  private final JsonWriter json;

  private SummaryJson(JsonWriter json) {
    this.json = json;
  }

  /** The bytes of a summary's file. */
  public static byte[] encode(Summary summary) {
    return JsonWriter.encode(json -> new SummaryJson(json).write(summary));
  }

  private void write(Summary summary) {
    json.beginObject();
    json.number("version", VERSION);
    json.string("program", summary.program());
    writeDump(summary.dump());
    new RunStateJson(json).write(summary.run());
    json.endObject();
  }

  private void writeDump(DumpState dump) {
    json.beginObject("dump");
    json.string("verdict", dump.verdict().published());
    json.string("root", dump.root());
    writeExtent(dump.extent());
    json.number("series", dump.series());
    json.number("instances", dump.instances());
    json.number("frames", dump.frames());
    writeResources(dump.resources());
    writeTransferSyntax(dump.transferSyntax());
    writeNotes(dump.notes());
    writeLevels(dump.unsupportedLevels());
    writeMissing(dump.missing());
    json.endObject();
  }

  private void writeExtent(DumpState.Extent extent) {
    if (extent instanceof DumpState.OneStudy one) {
      RecordJson.writeUid(json, "study", one.study());
    } else if (extent instanceof DumpState.AllStudies all) {
      json.beginArray("studies");
      for (StudyVerdict study : all.studies()) {
        json.beginObject();
        RecordJson.writeUid(json, "study", study.study());
        json.string("verdict", study.verdict().published());
        json.string("folder", study.folder());
        RecordJson.writeProblem(json, "problem", study.problem());
        json.endObject();
      }
      json.endArray();
    }
  }

  private void writeResources(Map<ResourceKind, ResourceCounts> resources) {
    json.beginObject("resources");
    for (Map.Entry<ResourceKind, ResourceCounts> entry : new TreeMap<>(resources).entrySet()) {
      ResourceCounts counts = entry.getValue();
      json.beginObject(entry.getKey().published());
      json.number(Outcome.COMPLETE.published(), counts.complete());
      json.number(Outcome.INCOMPLETE.published(), counts.incomplete());
      json.number(Outcome.FAILED.published(), counts.failed());
      json.number(Outcome.UNSUPPORTED.published(), counts.unsupported());
      json.number("pending", counts.pending());
      json.number("bytes", counts.bytes());
      json.endObject();
    }
    json.endObject();
  }

  private void writeTransferSyntax(TransferSyntaxCounts counts) {
    json.beginObject("transferSyntax");
    json.number("asStored", counts.asStored());
    json.number("maybeTranscoded", counts.maybeTranscoded());
    json.number("unknown", counts.unknown());
    json.endObject();
  }

  private void writeNotes(Map<String, Long> notes) {
    json.beginObject("notes");
    for (Map.Entry<String, Long> note : new TreeMap<>(notes).entrySet()) {
      json.anyNumber(note.getKey(), note.getValue());
    }
    json.endObject();
  }

  private void writeLevels(Iterable<ResourceKind> levels) {
    json.beginArray("unsupportedLevels");
    for (ResourceKind level : levels) {
      json.string(level.published());
    }
    json.endArray();
  }

  private void writeMissing(Missing missing) {
    json.beginArray("missing");
    for (MissingGroup group : missing.groups()) {
      writeGroup(group);
    }
    json.endArray();
    json.number("missingOmitted", missing.omitted());
  }

  private void writeGroup(MissingGroup group) {
    json.beginObject();
    json.string("kind", group.kind().published());
    RecordJson.writeUid(json, "study", group.study());
    RecordJson.writeUid(json, "series", group.series());
    RecordJson.writeUid(json, "instance", group.instance());
    json.string("frames", group.frames());
    json.number("count", group.count());
    json.string("outcome", group.outcome().published());
    RecordJson.writeProblem(json, "problem", group.problem());
    json.number("status", group.status());
    json.endObject();
  }
}
