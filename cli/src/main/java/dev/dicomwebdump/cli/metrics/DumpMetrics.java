package dev.dicomwebdump.cli.metrics;

import dev.dicomwebdump.dump.DicomwebDump;
import dev.dicomwebdump.dump.Load;
import dev.dicomwebdump.dump.Progress;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * The metrics of a dump.
 *
 * @param requests hears what happens in it
 */
public record DumpMetrics(DicomwebDump dump, RequestMetrics requests) {

  /** What there is to tell now. */
  public MetricSnapshots snapshots() {
    Progress progress = dump.progress();
    Load load = dump.load();
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    requests.snapshots().forEach(all::metricSnapshot);
    return all.metricSnapshot(
            Counts.of("dicomweb_received_bytes", "Bytes of content that came.", progress.bytes()))
        .metricSnapshot(
            Gauges.of("dicomweb_requests_in_flight", "Requests in flight.", load.inFlight()))
        .metricSnapshot(
            Gauges.of("dicomweb_concurrency_limit", "The most requests in flight.", load.limit()))
        .metricSnapshot(
            Gauges.of(
                "dicomweb_paused", "1 while the server wants a pause.", load.paused() ? 1 : 0))
        .metricSnapshot(
            Gauges.of("dicomweb_resources_known", "Resources known so far.", progress.known()))
        .metricSnapshot(
            Gauges.of("dicomweb_resources_done", "Resources asked for so far.", progress.done()))
        .build();
  }
}
