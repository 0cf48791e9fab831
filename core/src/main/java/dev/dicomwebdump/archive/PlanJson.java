package dev.dicomwebdump.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dicomwebdump.resource.ResourceKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what a run would do as JSON; {@code docs/dry-run.md} defines it. */
public final class PlanJson {

  private static final int VERSION = 1;

  private final JsonGenerator json;

  private PlanJson(JsonGenerator json) {
    this.json = json;
  }

  /** The bytes of the document. */
  public static byte[] encode(DumpPlan plan) {
    return JsonText.encode(json -> new PlanJson(json).write(plan));
  }

  private void write(DumpPlan plan) throws IOException {
    json.writeStartObject();
    json.writeNumberField("version", VERSION);
    json.writeStringField("program", plan.program());
    json.writeStringField("verdict", plan.verdict().published());
    json.writeStringField("root", plan.root());
    json.writeStringField("folder", plan.folder());
    writeOptions(plan.options());
    writeLines("queries", plan.queries());
    json.writeNumberField("series", plan.series());
    json.writeNumberField("instances", plan.instances());
    json.writeNumberField("frames", plan.frames());
    json.writeNumberField("framesUntold", plan.framesUntold());
    writeRequests(plan);
    writeLines("unknown", plan.unknown());
    writeLines("shortfalls", plan.shortfalls());
    RunStateJson.writeUnmatched(json, plan.unmatched());
    writeStudies(plan.studies());
    json.writeEndObject();
  }

  private void writeOptions(Map<String, String> options) throws IOException {
    json.writeObjectFieldStart("options");
    for (Map.Entry<String, String> option : options.entrySet()) {
      json.writeStringField(option.getKey(), option.getValue());
    }
    json.writeEndObject();
  }

  private void writeRequests(DumpPlan plan) throws IOException {
    json.writeNumberField("allRequests", plan.allRequests());
    json.writeObjectFieldStart("requests");
    for (Map.Entry<ResourceKind, Long> kind : new TreeMap<>(plan.requests()).entrySet()) {
      json.writeNumberField(kind.getKey().published(), kind.getValue());
    }
    json.writeEndObject();
  }

  private void writeLines(String name, List<String> lines) throws IOException {
    json.writeArrayFieldStart(name);
    for (String line : lines) {
      json.writeString(line);
    }
    json.writeEndArray();
  }

  private void writeStudies(List<StudyPlan> studies) throws IOException {
    json.writeArrayFieldStart("studies");
    for (StudyPlan study : studies) {
      json.writeStartObject();
      RecordJson.writeUid(json, "study", study.study());
      json.writeNumberField("series", study.series());
      json.writeNumberField("instances", study.instances());
      json.writeNumberField("frames", study.frames());
      json.writeNumberField("framesUntold", study.framesUntold());
      RecordJson.writeProblem(json, "problem", study.problem());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
