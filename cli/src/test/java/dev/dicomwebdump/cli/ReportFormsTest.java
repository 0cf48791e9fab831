package dev.dicomwebdump.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.Unread;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.report.ConnectionFigures;
import dev.dicomwebdump.report.DumpFigures;
import dev.dicomwebdump.report.ErrorFigures;
import dev.dicomwebdump.report.ExchangeFigures;
import dev.dicomwebdump.report.ExchangeSelection;
import dev.dicomwebdump.report.KindFigures;
import dev.dicomwebdump.report.LatencyFigures;
import dev.dicomwebdump.report.Percentiles;
import dev.dicomwebdump.report.Phase;
import dev.dicomwebdump.report.RecordFigures;
import dev.dicomwebdump.report.ReportFigures;
import dev.dicomwebdump.report.SizeFigures;
import dev.dicomwebdump.report.StatusFigures;
import dev.dicomwebdump.report.Timeline;
import dev.dicomwebdump.report.TrafficFigures;
import dev.dicomwebdump.resource.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportFormsTest {

  private static final Instant START = Instant.parse("2026-11-23T04:05:06Z");
  private static final Percentiles TIMES =
      new Percentiles(3, ms(1), ms(2), ms(3), ms(4), ms(5), Duration.ofNanos(2_345_678));
  private static final ExchangeFigures SLOW =
      new ExchangeFigures(
          START,
          new Timings(null, null, null, null, null, ms(5), null),
          ResourceKind.FRAME,
          1,
          0,
          Problem.Kind.TIMEOUT,
          0,
          0,
          "1.2/\u001b[2Jfrom a stranger.dump.json");

  private static Duration ms(long number) {
    return Duration.ofMillis(number);
  }

  private static LatencyFigures latency(@Nullable ResourceKind kind, Phase phase) {
    return new LatencyFigures(kind, phase, TIMES);
  }

  private static ReportFigures figures(RecordFigures records, @Nullable DumpVerdict verdict) {
    return new ReportFigures(
        "program 1",
        "dump",
        new DumpFigures(verdict, List.of("http://pacs.example"), 1, 1, 2, 3, 4, 5, List.of()),
        records,
        new TrafficFigures(4, 2000, 1, 1, 0, 0, START, START.plusMillis(15), ms(15)),
        List.of(
            new KindFigures(
                ResourceKind.FRAME, 3, 0, 1, 0, 4, 2000, new SizeFigures(3, 2000, 500, 1000))),
        List.of(
            latency(null, Phase.SEND),
            latency(null, Phase.WHOLE),
            latency(ResourceKind.FRAME, Phase.SEND),
            latency(ResourceKind.FRAME, Phase.WAIT),
            latency(ResourceKind.FRAME, Phase.WHOLE)),
        new Timeline(
            ms(10),
            List.of(
                new Timeline.Bucket(START, 2, 0, 1000, 0.5),
                new Timeline.Bucket(START.plusMillis(10), 2, 1, 1000, 0.25))),
        List.of(new StatusFigures(0, ResourceKind.FRAME, 0, TIMES)),
        List.of(new ErrorFigures(Problem.Kind.TIMEOUT, "no byte for # s", 2, 1, List.of("a", "b"))),
        List.of(new ConnectionFigures("HTTP/2", "192.0.2.1", 4, 1)),
        List.of(SLOW),
        new ExchangeSelection(1, List.of(SLOW)));
  }

  private static List<String> lines(ReportFigures figures) {
    return new ReportText(figures).lines();
  }

  private static final RecordFigures SOUND = new RecordFigures(4, Unread.NOTHING);

  @Test
  void theTextTellsAllOfIt() {
    assertThat(String.join("\n", lines(figures(SOUND, DumpVerdict.COMPLETE))))
        .isEqualTo(
            """
            dump: complete
              server: http://pacs.example
              1 studies, 2 series, 3 instances, 4 frames; 4 records
              pending: 5 resources were not asked for
              unfinished: 1 studies, a run goes on or was killed
              4 requests, 2.0 kB in 0.0 s (266.7 requests/s, 133.3 kB/s)
              1 with a problem, 1 retries, 0 redirects, 0 other Accepts
              from 2026-11-23T04:05:06Z to 2026-11-23T04:05:06.015Z

            latency: each request that got a response, as a whole, in ms
              kind   count  mean  p50  p90  p99  p99.9  max
              all        3   2.3  1.0  2.0  3.0    4.0  5.0
              frame      3   2.3  1.0  2.0  3.0    4.0  5.0

            phases: in ms
              kind   phase  count  p50  p90  p99  max
              all    send       3  1.0  2.0  3.0  5.0
              frame  wait       3  1.0  2.0  3.0  5.0

            over time
               after     for  requests/s   bytes/s  in flight  failures
              0.00 s  0.01 s       200.0  100.0 kB        0.5         0
              0.01 s  0.01 s       400.0  200.0 kB        0.5         1

            resources: what became of them, and the bytes of their bodies
              kind   complete  not  requests   bytes    p50     max
              frame         3    1         4  2.0 kB  500 B  1.0 kB

            statuses: requests by status, in ms
              status  kind   requests  bytes  p50  p99  max
              none    frame         3    0 B  1.0  3.0  5.0

            errors: requests that had a problem, resources not had because of it
              problem  requests  resources
              timeout         2          1  no byte for # s
                                              a

            connections
              version  address    requests  opened
              HTTP/2   192.0.2.1         4       1

            slowest
              kind    ms  status
              frame  5.0    none  1.2/?[2Jfrom a stranger.dump.json""");
  }

  @Test
  void whatIsDamagedOrNotKnownIsSaid() {
    RecordFigures damaged =
        new RecordFigures(3, new Unread(1, List.of(new Unread.Entry("r", "is no record"))));

    assertThat(lines(figures(damaged, null)))
        .startsWith("dump: not known whether it is complete")
        .contains("  damaged: 1 records are in no figure", "    r: is no record");
  }

  @Test
  void theCsvHasALineForEachKindAndPhase() {
    assertThat(
            new String(
                ReportCsv.encode(figures(SOUND, DumpVerdict.COMPLETE)), StandardCharsets.US_ASCII))
        .isEqualTo(
            """
            kind,phase,count,mean_ms,p50_ms,p90_ms,p99_ms,p999_ms,max_ms
            all,send,3,2.345,1.000,2.000,3.000,4.000,5.000
            all,whole,3,2.345,1.000,2.000,3.000,4.000,5.000
            frame,send,3,2.345,1.000,2.000,3.000,4.000,5.000
            frame,wait,3,2.345,1.000,2.000,3.000,4.000,5.000
            frame,whole,3,2.345,1.000,2.000,3.000,4.000,5.000
            """
                .replace("\n", "\r\n"));
  }
}
