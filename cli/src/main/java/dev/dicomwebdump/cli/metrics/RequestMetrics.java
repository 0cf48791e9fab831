package dev.dicomwebdump.cli.metrics;

import dev.dicomwebdump.event.Event;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Repetition;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts the exchanges and resources of a run. Safe for use by many threads at once. */
public final class RequestMetrics implements EventListener {

  static final String KIND = "kind";

  private final Counts requests =
      new Counts(
          "dicomweb_requests", "Exchanges, by kind of resource and class of status.", "status");
  private final Counts repetitions =
      new Counts(
          "dicomweb_repetitions",
          "Exchanges that followed another for the same resource.",
          "reason");
  private final Counts resources =
      new Counts(
          "dicomweb_resources",
          "Resources that were asked for, by what became of them.",
          "outcome");
  private final Counts failures =
      new Counts(
          "dicomweb_failures", "Resources that failed or are incomplete, by problem.", "problem");
  private final LongAdder pauses = new LongAdder();
  private final Map<ResourceKind, Latencies> latencies = new EnumMap<>(ResourceKind.class);

  public RequestMetrics() {
    for (ResourceKind kind : ResourceKind.values()) {
      latencies.put(kind, new Latencies());
    }
  }

  @Override
  public void on(Event event) {
    if (event instanceof Event.ResourceEnded ended) {
      add(ended.resource(), ended.outcome(), ended.exchange());
    } else if (event instanceof Event.ResourceKept kept) {
      resources.add(kept.resource().kind(), "kept");
    } else if (event instanceof Event.HostPaused) {
      pauses.increment();
    }
  }

  private void add(Resource resource, Outcome outcome, Exchange last) {
    ResourceKind kind = resource.kind();
    resources.add(kind, outcome.published());
    if (last.problem() != null && outcome != Outcome.UNSUPPORTED) {
      failures.add(kind, last.problem().kind().published());
    }
    Exchange before = null;
    for (Exchange earlier : last.earlier()) {
      add(kind, before, earlier);
      before = earlier;
    }
    add(kind, before, last);
  }

  private void add(ResourceKind kind, @Nullable Exchange before, Exchange exchange) {
    add(kind, exchange);
    if (before != null) {
      Repetition why = Repetition.of(before, exchange);
      repetitions.add(kind, why.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Counts one exchange, and not those before it. */
  public void add(ResourceKind kind, Exchange exchange) {
    int status = exchange.status();
    requests.add(kind, status == 0 ? "none" : status / 100 + "xx");
    if (status != 0) {
      Objects.requireNonNull(latencies.get(kind)).add(exchange);
    }
  }

  /** What was counted so far. */
  public List<MetricSnapshot> snapshots() {
    HistogramSnapshot.Builder durations =
        HistogramSnapshot.builder()
            .name("dicomweb_request_duration_seconds")
            .unit(Unit.SECONDS)
            .help("How long exchanges took that brought a response.");
    latencies.forEach(
        (kind, some) -> {
          if (some.areThere()) {
            durations.dataPoint(some.snapshot(Labels.of(KIND, kind.published())));
          }
        });
    return List.of(
        requests.snapshot(),
        repetitions.snapshot(),
        resources.snapshot(),
        failures.snapshot(),
        Counts.of("dicomweb_pauses", "Pauses that the server made needed.", pauses.sum()),
        durations.build());
  }
}
