package dev.dicomwebdump.cli.metrics;

import dev.dicomwebdump.stress.Stress;
import dev.dicomwebdump.stress.StressProgress;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * The metrics of a stress test, its warm-up included.
 *
 * @param requests hears what happens in it
 */
public record StressMetrics(Stress stress, RequestMetrics requests) {

  /** What there is to tell now. */
  public MetricSnapshots snapshots() {
    StressProgress progress = stress.progress();
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    requests.snapshots().forEach(all::metricSnapshot);
    return all.metricSnapshot(
            Counts.of(
                "dicomweb_received_bytes",
                "Bytes of content that came, without the warm-up's.",
                progress.bytes()))
        .metricSnapshot(
            Gauges.of("dicomweb_requests_in_flight", "Requests in flight.", progress.inFlight()))
        .build();
  }
}
