package dev.dicomwebdump.stress;

import dev.dicomwebdump.archive.JsonMembers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what a run came to as JSON; {@code docs/stress.md} defines it. */
public final class StressJson {

  private static final int VERSION = 1;

  private final StressResult result;
  private final List<Expectation> expectations;

  private StressJson(StressResult result, List<Expectation> expectations) {
    this.result = result;
    this.expectations = expectations;
  }

  /** The bytes of the document. */
  public static byte[] encode(StressResult result, List<Expectation> expectations) {
    return JsonMembers.encode(new StressJson(result, expectations)::write);
  }

  private void write(JsonMembers json) {
    StressSettings settings = result.settings();
    json.number("version", VERSION);
    json.string("program", settings.program());
    json.string("root", settings.root().base());
    json.time("started", result.started());
    json.string("ending", result.ending().published());
    json.object("load", load -> write(load, settings));
    json.object("list", this::writeList);
    json.milliseconds("measured", result.measured());
    json.number("warmup", result.warmup());
    json.number("unfinished", result.unfinished());
    json.object("whole", whole -> write(whole, result.whole()));
    json.objects("kinds", result.kinds().entrySet(), this::writeKind);
    json.object("lateness", StressJson.this::writeLateness);
    json.object("generator", this::writeGenerator);
    json.objects("expectations", expectations, this::writeExpectation);
    json.objects("seconds", result.seconds(), StressJson::writeSecond);
  }

  private static void write(JsonMembers json, StressSettings settings) {
    Load load = settings.load();
    Rate rate = load.rate();
    json.string("loop", load.isOpen() ? "open" : "closed");
    json.number("concurrency", load.concurrency());
    if (rate != null) {
      json.decimal("rateFrom", rate.from());
      json.decimal("rateTo", rate.to());
      json.string("arrivals", load.poisson() ? "poisson" : "constant");
    }
    json.milliseconds("warmup", load.warmup());
    json.milliseconds("duration", load.duration());
    json.number("maxRequests", load.maxRequests());
    json.string("pattern", settings.pattern().name().toLowerCase(Locale.ROOT));
    json.objects(
        "mix",
        settings.mix().shares(),
        (share, of) -> {
          share.string("kind", of.name().text());
          share.number("weight", of.weight());
        });
    json.number("seed", settings.seed());
    Integer connections = settings.transport().http2Connections();
    if (connections != null) {
      json.number("connections", connections);
    }
  }

  private void writeList(JsonMembers json) {
    json.number("requests", result.listed());
    json.number("found", result.found());
    json.number("unread", result.unread());
  }

  private void writeKind(JsonMembers json, Map.Entry<ResourceKind, KindFigures> kind) {
    json.string("kind", kind.getKey().published());
    write(json, kind.getValue());
  }

  private void write(JsonMembers json, KindFigures figures) {
    json.number("requests", figures.requests());
    json.number("verified", figures.verified());
    json.number("failed", figures.failed());
    json.number("bytes", figures.bytes());
    json.decimal("rate", result.rate(figures));
    json.object("latency", latency -> write(latency, figures.whole()));
    json.object("firstByte", latency -> write(latency, figures.firstByte()));
    json.objects(
        "statuses",
        figures.statuses().entrySet(),
        (status, count) -> {
          status.number("status", count.getKey());
          status.number("requests", count.getValue());
        });
    json.objects(
        "problems",
        figures.problems().entrySet(),
        (problem, count) -> {
          problem.string("kind", count.getKey().published());
          problem.number("requests", count.getValue());
        });
    @Nullable Problem example = figures.example();
    json.string("example", example == null ? null : example.message());
  }

  private static void write(JsonMembers json, Latencies latencies) {
    json.number("count", latencies.count());
    json.milliseconds("mean", latencies.mean());
    json.milliseconds("p50", latencies.percentile(50));
    json.milliseconds("p90", latencies.percentile(90));
    json.milliseconds("p99", latencies.percentile(99));
    json.milliseconds("p99.9", latencies.percentile(99.9));
    json.milliseconds("max", latencies.max());
  }

  private void writeLateness(JsonMembers json) {
    Lateness lateness = result.lateness();
    json.number("heldUp", lateness.heldUp());
    json.milliseconds("longestHeldUp", lateness.longestHeldUp());
    json.number("neverBegun", lateness.neverBegun());
    json.object("overslept", overslept -> write(overslept, lateness.overslept()));
  }

  private void writeGenerator(JsonMembers json) {
    GeneratorLoad generator = result.generator();
    json.number("cores", generator.cores());
    writeShare(json, "ownCpu", generator.ownCpu());
    writeShare(json, "machineCpu", generator.machineCpu());
    writeShare(json, "collecting", generator.collecting());
    writeShare(json, "ownWork", generator.ownWork());
    writeShare(json, "ofLatency", generator.ofLatency());
    json.strings("limits", result.limits());
  }

  private static void writeShare(JsonMembers json, String name, double share) {
    if (Double.isNaN(share)) {
      json.string(name, null);
    } else {
      json.decimal(name, share);
    }
  }

  private void writeExpectation(JsonMembers json, Expectation expectation) {
    String unmet = expectation.unmetBy(result);
    json.string("expectation", expectation.toString());
    json.truth("met", unmet == null);
    json.string("says", Objects.requireNonNullElse(unmet, expectation + " is met"));
  }

  private static void writeSecond(JsonMembers json, Second second) {
    json.milliseconds("at", second.at());
    json.milliseconds("took", second.took());
    json.number("requests", second.requests());
    json.number("failed", second.failed());
    json.number("bytes", second.bytes());
    json.number("inFlight", second.inFlight());
    json.milliseconds("p50", second.p50());
    json.milliseconds("p99", second.p99());
  }
}
