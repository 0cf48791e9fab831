package dev.dicomwebdump.archive;

import dev.dicomwebdump.resource.ResourceKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the member {@code run} of a summary. */
final class RunStateJson {

  private final JsonWriter json;

  RunStateJson(JsonWriter json) {
    this.json = json;
  }

  void write(RunState run) {
    json.beginObject("run");
    json.time("started", run.started());
    json.time("ended", run.ended());
    json.number("seconds", seconds(Duration.between(run.started(), run.ended())));
    writeOptions(run.options());
    json.string("end", run.end().published());
    json.string("endMessage", run.endMessage());
    json.number("requests", run.requests());
    json.number("bytes", run.bytes());
    json.number("retries", run.retries());
    json.number("redirects", run.redirects());
    json.number("acceptSteps", run.acceptSteps());
    json.number("kept", run.kept());
    json.number("concurrency", run.concurrency());
    writeUnmatched(json, run.unmatched());
    writeLatency(run.latency());
    json.endObject();
  }

  private void writeOptions(Map<String, String> options) {
    json.beginObject("options");
    for (Map.Entry<String, String> option : options.entrySet()) {
      json.anyString(option.getKey(), option.getValue());
    }
    json.endObject();
  }

  static void writeUnmatched(JsonWriter json, List<Unmatched> unmatched) {
    json.beginArray("unmatched");
    for (Unmatched word : unmatched) {
      json.beginObject();
      json.string("option", word.option());
      json.string("value", word.value());
      json.endObject();
    }
    json.endArray();
  }

  private void writeLatency(Map<ResourceKind, Latency> latencies) {
    json.beginObject("latency");
    for (Map.Entry<ResourceKind, Latency> entry : new TreeMap<>(latencies).entrySet()) {
      Latency latency = entry.getValue();
      json.beginObject(entry.getKey().published());
      json.number("count", latency.count());
      json.milliseconds("p50", latency.p50().toNanos() / 1000);
      json.milliseconds("p90", latency.p90().toNanos() / 1000);
      json.milliseconds("p99", latency.p99().toNanos() / 1000);
      json.milliseconds("max", latency.max().toNanos() / 1000);
      json.endObject();
    }
    json.endObject();
  }

  private static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3);
  }
}
