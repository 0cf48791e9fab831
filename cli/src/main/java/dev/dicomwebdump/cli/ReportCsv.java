package dev.dicomwebdump.cli;

import dev.dicomwebdump.report.LatencyFigures;
import dev.dicomwebdump.report.Percentiles;
import dev.dicomwebdump.report.ReportFigures;
import dev.dicomwebdump.resource.ResourceKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The latencies of a dump as CSV (RFC 4180): a line of headings, then one for each kind and phase.
 * No field holds a comma or a quotation mark.
 */
final class ReportCsv {

  private static final String HEADINGS =
      "kind,phase,count,mean_ms,p50_ms,p90_ms,p99_ms,p999_ms,max_ms";
  private static final String END_OF_LINE = "\r\n";
  private static final int MICROSECONDS = 3;

  private ReportCsv() {}

  static byte[] encode(ReportFigures figures) {
    StringBuilder text = new StringBuilder(HEADINGS).append(END_OF_LINE);
    for (LatencyFigures latency : figures.latencies()) {
      text.append(line(latency)).append(END_OF_LINE);
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static String line(LatencyFigures latency) {
    ResourceKind kind = latency.kind();
    Percentiles times = latency.times();
    return String.join(
        ",",
        kind == null ? "all" : kind.published(),
        latency.phase().published(),
        Long.toString(times.count()),
        milliseconds(times.mean()),
        milliseconds(times.p50()),
        milliseconds(times.p90()),
        milliseconds(times.p99()),
        milliseconds(times.p999()),
        milliseconds(times.max()));
  }

  private static String milliseconds(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos() / 1000, MICROSECONDS).toPlainString();
  }
}
