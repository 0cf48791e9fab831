package dev.dicomwebdump.report;

import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.JsonMembers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.resource.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes figures as JSON; {@code schemas/report.schema.json} defines it. Times within the dump, the
 * members {@code at}, are milliseconds since {@code traffic.started}.
 */
public final class ReportJson {

  private static final int VERSION = 1;

  private final ReportFigures figures;
  private final Instant started;

  private ReportJson(ReportFigures figures) {
    this.figures = figures;
    Instant first = figures.traffic().started();
    this.started = first == null ? Instant.EPOCH : first;
  }

  /** The bytes of the document, laid out to be read. */
  public static byte[] encode(ReportFigures figures) {
    return JsonMembers.encode(new ReportJson(figures)::write);
  }

  /**
   * The same document as one line that may stand inside of an HTML {@code script}: no {@code <} is
   * in it.
   */
  public static String forHtml(ReportFigures figures) {
    byte[] line = JsonMembers.encodeLine(new ReportJson(figures)::write);
    return new String(line, StandardCharsets.UTF_8).replace("<", "\\u003c");
  }

  private void write(JsonMembers json) {
    json.number("version", VERSION);
    json.string("program", figures.program());
    json.string("folder", figures.folder());
    json.object("dump", dump -> write(dump, figures.dump()));
    json.object("records", records -> write(records, figures.records()));
    json.object("traffic", traffic -> write(traffic, figures.traffic()));
    json.objects("kinds", figures.kinds(), ReportJson::write);
    json.objects("latencies", figures.latencies(), ReportJson::write);
    json.object("timeline", timeline -> write(timeline, figures.timeline()));
    json.objects("statuses", figures.statuses(), ReportJson::write);
    json.objects("errors", figures.errors(), ReportJson::write);
    json.objects("connections", figures.connections(), ReportJson::write);
    json.objects("slowest", figures.slowest(), this::write);
    json.object("exchanges", exchanges -> write(exchanges, figures.exchanges()));
  }

  private static void write(JsonMembers json, DumpFigures dump) {
    json.string("verdict", published(dump.verdict()));
    json.strings("roots", dump.roots());
    json.number("studies", dump.studies());
    json.number("unfinished", dump.unfinished());
    json.number("series", dump.series());
    json.number("instances", dump.instances());
    json.number("frames", dump.frames());
    json.number("pending", dump.pending());
    json.objects("listed", dump.listed(), ReportJson::write);
  }

  private static void write(JsonMembers json, StudyFigures study) {
    json.string("study", study.study().value());
    json.string("verdict", published(study.verdict()));
    json.truth("unfinished", study.unfinished());
    json.number("records", study.records());
    json.number("requests", study.requests());
    json.number("bytes", study.bytes());
  }

  private static void write(JsonMembers json, RecordFigures records) {
    json.number("read", records.read());
    json.number("damaged", records.unread().count());
    json.objects(
        "examples",
        records.unread().named(),
        (damaged, example) -> {
          damaged.string("record", example.path());
          damaged.string("message", example.why());
        });
  }

  private static void write(JsonMembers json, TrafficFigures traffic) {
    json.number("requests", traffic.requests());
    json.number("bytes", traffic.bytes());
    json.number("failures", traffic.failures());
    json.number("retries", traffic.retries());
    json.number("redirects", traffic.redirects());
    json.number("acceptSteps", traffic.acceptSteps());
    json.time("started", traffic.started());
    json.time("ended", traffic.ended());
    json.milliseconds("busy", traffic.busy());
    json.decimal("requestsPerSecond", traffic.requestsPerSecond());
    json.decimal("bytesPerSecond", traffic.bytesPerSecond());
  }

  private static void write(JsonMembers json, KindFigures kind) {
    json.string("kind", kind.kind().published());
    json.number("complete", kind.complete());
    json.number("incomplete", kind.incomplete());
    json.number("failed", kind.failed());
    json.number("unsupported", kind.unsupported());
    json.number("requests", kind.requests());
    json.number("bytes", kind.bytes());
    json.object("sizes", sizes -> write(sizes, kind.sizes()));
  }

  private static void write(JsonMembers json, SizeFigures sizes) {
    json.number("count", sizes.count());
    json.number("total", sizes.total());
    json.number("p50", sizes.p50());
    json.number("max", sizes.max());
  }

  private static void write(JsonMembers json, LatencyFigures latency) {
    ResourceKind kind = latency.kind();
    json.string("kind", kind == null ? null : kind.published());
    json.string("phase", latency.phase().published());
    write(json, latency.times());
  }

  private static void write(JsonMembers json, Percentiles times) {
    json.number("count", times.count());
    json.milliseconds("p50", times.p50());
    json.milliseconds("p90", times.p90());
    json.milliseconds("p99", times.p99());
    json.milliseconds("p999", times.p999());
    json.milliseconds("max", times.max());
    json.milliseconds("mean", times.mean());
  }

  private void write(JsonMembers json, Timeline timeline) {
    json.milliseconds("width", timeline.width());
    json.objects("buckets", timeline.buckets(), this::write);
  }

  private void write(JsonMembers json, Timeline.Bucket bucket) {
    json.number("at", millisecondsAt(bucket.start()));
    json.number("requests", bucket.requests());
    json.number("failures", bucket.failures());
    json.number("bytes", bucket.bytes());
    json.decimal("inFlight", bucket.inFlight());
  }

  private static void write(JsonMembers json, StatusFigures status) {
    json.number("status", status.status());
    json.string("kind", status.kind().published());
    json.number("bytes", status.bytes());
    write(json, status.times());
  }

  private static void write(JsonMembers json, ErrorFigures error) {
    json.string("problem", error.problem().published());
    json.string("message", error.message());
    json.number("exchanges", error.exchanges());
    json.number("resources", error.resources());
    json.strings("records", error.records());
  }

  private static void write(JsonMembers json, ConnectionFigures connection) {
    json.string("httpVersion", connection.httpVersion());
    json.string("address", connection.address());
    json.number("requests", connection.requests());
    json.number("opened", connection.opened());
  }

  private void write(JsonMembers json, ExchangeSelection exchanges) {
    json.number("total", exchanges.total());
    json.string("rule", exchanges.rule());
    json.objects("shown", exchanges.shown(), this::write);
  }

  private void write(JsonMembers json, ExchangeFigures exchange) {
    Problem.Kind problem = exchange.problem();
    json.number("at", millisecondsAt(exchange.started()));
    json.string("kind", exchange.kind().published());
    json.number("attempt", exchange.attempt());
    json.number("status", exchange.status());
    json.string("problem", problem == null ? null : problem.published());
    json.number("bytes", exchange.bytes());
    json.number("connection", exchange.connection());
    json.string("record", exchange.record());
    write(json, exchange.timings());
  }

  /** Each phase in milliseconds; null where it did not happen or is not known. */
  private static void write(JsonMembers json, Timings timings) {
    for (Phase phase : Phase.values()) {
      json.milliseconds(phase.published(), phase.of(timings));
    }
  }

  private long millisecondsAt(Instant when) {
    return Duration.between(started, when).toMillis();
  }

  private static @Nullable String published(@Nullable DumpVerdict verdict) {
    return verdict == null ? null : verdict.published();
  }
}
