package dev.dicomwebdump.cli;

import dev.dicomwebdump.report.Timeline;
import dev.dicomwebdump.report.TrafficFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What happened when, a few lines. The first and the last are cut to the time that was measured.
 */
final class TimelineTable {

  private static final int MOST_LINES = 12;

  private final TextTable table =
      new TextTable(0, "after", "for", "requests/s", "bytes/s", "in flight", "failures");
  private final Duration width;
  private final Instant first;
  private final Instant last;

  private TimelineTable(Duration width, Instant first, Instant last) {
    this.width = width;
    this.first = first;
    this.last = last;
  }

  /** The table; without a line when nothing happened. */
  static TextTable of(Timeline timeline, TrafficFigures traffic) {
    Timeline coarse = timeline.coarser(MOST_LINES);
    Instant first = traffic.started() == null ? Instant.EPOCH : traffic.started();
    Instant last = traffic.ended() == null ? first : traffic.ended();
    TimelineTable lines = new TimelineTable(coarse.width(), first, last);
    coarse.buckets().forEach(lines::add);
    return lines.table;
  }

  private void add(Timeline.Bucket bucket) {
    Instant end = bucket.start().plus(width);
    Instant from = bucket.start().isBefore(first) ? first : bucket.start();
    Instant to = end.isAfter(last) ? last : end;
    double took = Math.max(1e-6, seconds(Duration.between(from, to)));
    table.row(
        text(seconds(Duration.between(first, from))),
        text(took),
        ReportTables.decimal(bucket.requests() / took),
        Quantities.bytes((long) (bucket.bytes() / took)),
        ReportTables.decimal(bucket.inFlight() * seconds(width) / took),
        Long.toString(bucket.failures()));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static String text(double seconds) {
    return String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
