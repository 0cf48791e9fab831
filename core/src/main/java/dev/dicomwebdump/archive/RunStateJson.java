package dev.dicomwebdump.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dicomwebdump.resource.ResourceKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the member {@code run} of a summary. */
final class RunStateJson {

  private final JsonGenerator json;

  RunStateJson(JsonGenerator json) {
    this.json = json;
  }

  void write(RunState run) throws IOException {
    json.writeObjectFieldStart("run");
    json.writeStringField("started", JsonText.time(run.started()));
    json.writeStringField("ended", JsonText.time(run.ended()));
    json.writeNumberField("seconds", seconds(Duration.between(run.started(), run.ended())));
    writeOptions(run.options());
    json.writeStringField("end", run.end().published());
    json.writeStringField("endMessage", run.endMessage());
    json.writeNumberField("requests", run.requests());
    json.writeNumberField("bytes", run.bytes());
    json.writeNumberField("retries", run.retries());
    json.writeNumberField("redirects", run.redirects());
    json.writeNumberField("acceptSteps", run.acceptSteps());
    json.writeNumberField("kept", run.kept());
    json.writeNumberField("concurrency", run.concurrency());
    writeUnmatched(json, run.unmatched());
    writeLatency(run.latency());
    json.writeEndObject();
  }

  private void writeOptions(Map<String, String> options) throws IOException {
    json.writeObjectFieldStart("options");
    for (Map.Entry<String, String> option : options.entrySet()) {
      json.writeStringField(option.getKey(), option.getValue());
    }
    json.writeEndObject();
  }

  static void writeUnmatched(JsonGenerator json, List<Unmatched> unmatched) throws IOException {
    json.writeArrayFieldStart("unmatched");
    for (Unmatched word : unmatched) {
      json.writeStartObject();
      json.writeStringField("option", word.option());
      json.writeStringField("value", word.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeLatency(Map<ResourceKind, Latency> latencies) throws IOException {
    json.writeObjectFieldStart("latency");
    for (Map.Entry<ResourceKind, Latency> entry : new TreeMap<>(latencies).entrySet()) {
      Latency latency = entry.getValue();
      json.writeObjectFieldStart(entry.getKey().published());
      json.writeNumberField("count", latency.count());
      JsonText.writeMilliseconds(json, "p50", latency.p50());
      JsonText.writeMilliseconds(json, "p90", latency.p90());
      JsonText.writeMilliseconds(json, "p99", latency.p99());
      JsonText.writeMilliseconds(json, "max", latency.max());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3);
  }
}
