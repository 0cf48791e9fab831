package dev.dicomwebdump.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.resource.ResourceKind;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Writes a summary as JSON; {@code schemas/summary.schema.json} defines it. */
public final class SummaryJson {

  static final int VERSION = 1;

  private final JsonGenerator json;

  private SummaryJson(JsonGenerator json) {
    this.json = json;
  }

  /** The bytes of a summary's file. */
  public static byte[] encode(Summary summary) {
    return JsonText.encode(json -> new SummaryJson(json).write(summary));
  }

  private void write(Summary summary) throws IOException {
    json.writeStartObject();
    json.writeNumberField("version", VERSION);
    json.writeStringField("program", summary.program());
    writeDump(summary.dump());
    new RunStateJson(json).write(summary.run());
    json.writeEndObject();
  }

  private void writeDump(DumpState dump) throws IOException {
    json.writeObjectFieldStart("dump");
    json.writeStringField("verdict", dump.verdict().published());
    json.writeStringField("root", dump.root());
    writeExtent(dump.extent());
    json.writeNumberField("series", dump.series());
    json.writeNumberField("instances", dump.instances());
    json.writeNumberField("frames", dump.frames());
    writeResources(dump.resources());
    writeTransferSyntax(dump.transferSyntax());
    writeNotes(dump.notes());
    writeLevels(dump.unsupportedLevels());
    writeMissing(dump.missing());
    json.writeEndObject();
  }

  private void writeExtent(DumpState.Extent extent) throws IOException {
    if (extent instanceof DumpState.OneStudy one) {
      RecordJson.writeUid(json, "study", one.study());
    } else if (extent instanceof DumpState.AllStudies all) {
      json.writeArrayFieldStart("studies");
      for (StudyVerdict study : all.studies()) {
        json.writeStartObject();
        RecordJson.writeUid(json, "study", study.study());
        json.writeStringField("verdict", study.verdict().published());
        json.writeStringField("folder", study.folder());
        RecordJson.writeProblem(json, "problem", study.problem());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void writeResources(Map<ResourceKind, ResourceCounts> resources) throws IOException {
    json.writeObjectFieldStart("resources");
    for (Map.Entry<ResourceKind, ResourceCounts> entry : new TreeMap<>(resources).entrySet()) {
      ResourceCounts counts = entry.getValue();
      json.writeObjectFieldStart(entry.getKey().published());
      json.writeNumberField(Outcome.COMPLETE.published(), counts.complete());
      json.writeNumberField(Outcome.INCOMPLETE.published(), counts.incomplete());
      json.writeNumberField(Outcome.FAILED.published(), counts.failed());
      json.writeNumberField(Outcome.UNSUPPORTED.published(), counts.unsupported());
      json.writeNumberField("pending", counts.pending());
      json.writeNumberField("bytes", counts.bytes());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void writeTransferSyntax(TransferSyntaxCounts counts) throws IOException {
    json.writeObjectFieldStart("transferSyntax");
    json.writeNumberField("asStored", counts.asStored());
    json.writeNumberField("maybeTranscoded", counts.maybeTranscoded());
    json.writeNumberField("unknown", counts.unknown());
    json.writeEndObject();
  }

  private void writeNotes(Map<String, Long> notes) throws IOException {
    json.writeObjectFieldStart("notes");
    for (Map.Entry<String, Long> note : new TreeMap<>(notes).entrySet()) {
      json.writeNumberField(note.getKey(), note.getValue());
    }
    json.writeEndObject();
  }

  private void writeLevels(Iterable<ResourceKind> levels) throws IOException {
    json.writeArrayFieldStart("unsupportedLevels");
    for (ResourceKind level : levels) {
      json.writeString(level.published());
    }
    json.writeEndArray();
  }

  private void writeMissing(Missing missing) throws IOException {
    json.writeArrayFieldStart("missing");
    for (MissingGroup group : missing.groups()) {
      writeGroup(group);
    }
    json.writeEndArray();
    json.writeNumberField("missingOmitted", missing.omitted());
  }

  private void writeGroup(MissingGroup group) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", group.kind().published());
    RecordJson.writeUid(json, "study", group.study());
    RecordJson.writeUid(json, "series", group.series());
    RecordJson.writeUid(json, "instance", group.instance());
    json.writeStringField("frames", group.frames());
    json.writeNumberField("count", group.count());
    json.writeStringField("outcome", group.outcome().published());
    RecordJson.writeProblem(json, "problem", group.problem());
    json.writeNumberField("status", group.status());
    json.writeEndObject();
  }
}
