package dev.dicomwebdump.archive;

import dev.dicomwebdump.resource.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what a run would do as JSON; {@code docs/dry-run.md} defines it. */
public final class PlanJson {

  private static final int VERSION = 1;

  private final JsonWriter json;

  private PlanJson(JsonWriter json) {
    this.json = json;
  }

  /** The bytes of the document. */
  public static byte[] encode(DumpPlan plan) {
    return JsonWriter.encode(json -> new PlanJson(json).write(plan));
  }

  private void write(DumpPlan plan) {
    json.beginObject();
    json.number("version", VERSION);
    json.string("program", plan.program());
    json.string("verdict", plan.verdict().published());
    json.string("root", plan.root());
    json.string("folder", plan.folder());
    writeOptions(plan.options());
    writeLines("queries", plan.queries());
    json.number("series", plan.series());
    json.number("instances", plan.instances());
    json.number("frames", plan.frames());
    json.number("framesUntold", plan.framesUntold());
    writeRequests(plan);
    writeLines("unknown", plan.unknown());
    writeLines("shortfalls", plan.shortfalls());
    RunStateJson.writeUnmatched(json, plan.unmatched());
    writeStudies(plan.studies());
    json.endObject();
  }

  private void writeOptions(Map<String, String> options) {
    json.beginObject("options");
    for (Map.Entry<String, String> option : options.entrySet()) {
      json.anyString(option.getKey(), option.getValue());
    }
    json.endObject();
  }

  private void writeRequests(DumpPlan plan) {
    json.number("allRequests", plan.allRequests());
    json.beginObject("requests");
    for (Map.Entry<ResourceKind, Long> kind : new TreeMap<>(plan.requests()).entrySet()) {
      json.number(kind.getKey().published(), kind.getValue());
    }
    json.endObject();
  }

  private void writeLines(String name, List<String> lines) {
    json.beginArray(name);
    for (String line : lines) {
      json.string(line);
    }
    json.endArray();
  }

  private void writeStudies(List<StudyPlan> studies) {
    json.beginArray("studies");
    for (StudyPlan study : studies) {
      json.beginObject();
      RecordJson.writeUid(json, "study", study.study());
      json.number("series", study.series());
      json.number("instances", study.instances());
      json.number("frames", study.frames());
      json.number("framesUntold", study.framesUntold());
      RecordJson.writeProblem(json, "problem", study.problem());
      json.endObject();
    }
    json.endArray();
  }
}
