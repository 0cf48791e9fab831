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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Counts the exchanges and resources of a run. Safe for use by many threads at once. */
public final class RequestMetrics implements EventListener {

  private static final String KIND = "kind";

  private final Counts requests =
      new Counts("dicomweb_requests", "Exchanges, by kind of resource and class of status.");
  private final Counts repetitions =
      new Counts("dicomweb_repetitions", "Exchanges that followed another for the same resource.");
  private final Counts resources =
      new Counts("dicomweb_resources", "Resources that were asked for, by what became of them.");
  private final Counts failures =
      new Counts("dicomweb_failures", "Resources that failed or are incomplete, by problem.");
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
      resources.add(KIND, kept.resource().kind().published(), "outcome", "kept");
    } else if (event instanceof Event.HostPaused) {
      pauses.increment();
    }
  }

  private void add(Resource resource, Outcome outcome, Exchange last) {
    String kind = resource.kind().published();
    resources.add(KIND, kind, "outcome", outcome.published());
    if (last.problem() != null && outcome != Outcome.UNSUPPORTED) {
      failures.add(KIND, kind, "problem", last.problem().kind().published());
    }
    List<Exchange> all = new ArrayList<>(last.earlier());
    all.add(last);
    for (int i = 0; i < all.size(); i++) {
      add(resource.kind(), all.get(i));
      if (i > 0) {
        Repetition why = Repetition.of(all.get(i - 1), all.get(i));
        repetitions.add(KIND, kind, "reason", why.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  /** Counts one exchange, and not those before it. */
  public void add(ResourceKind kind, Exchange exchange) {
    int status = exchange.status();
    requests.add(KIND, kind.published(), "status", status == 0 ? "none" : status / 100 + "xx");
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
