package dev.dicomwebdump.report.page;

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
import dev.dicomwebdump.report.StudyFigures;
import dev.dicomwebdump.report.Timeline;
import dev.dicomwebdump.report.TrafficFigures;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Figures to make pages of. */
final class Figures {

  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final Percentiles TIMES =
      new Percentiles(2, ms(10), ms(20), ms(30), ms(40), ms(50), ms(12));

  private Figures() {}

  /** Some of everything; whatever text can come from a server is that text. */
  static ReportFigures with(String text) {
    ExchangeFigures exchange =
        new ExchangeFigures(
            START,
            new Timings(null, null, ms(1), null, ms(0), ms(5), ms(4)),
            ResourceKind.FRAME,
            1,
            500,
            Problem.Kind.STATUS,
            77,
            4711,
            text);
    return new ReportFigures(
        text,
        text,
        new DumpFigures(
            DumpVerdict.INCOMPLETE,
            List.of(text, text),
            2,
            1,
            3,
            4,
            5,
            6,
            List.of(study(), study())),
        new RecordFigures(7, new Unread(1, List.of(new Unread.Entry(text, text)))),
        new TrafficFigures(2, 154, 1, 1, 0, 0, START, START.plusSeconds(1), ms(20)),
        List.of(
            new KindFigures(
                ResourceKind.FRAME, 1, 0, 1, 0, 2, 154, new SizeFigures(1, 77, 77, 77))),
        List.of(
            new LatencyFigures(null, Phase.WHOLE, TIMES), frames(Phase.WHOLE), frames(Phase.DNS)),
        new Timeline(ms(10), List.of(new Timeline.Bucket(START, 2, 1, 154, 1.5))),
        List.of(new StatusFigures(500, ResourceKind.FRAME, 77, TIMES)),
        List.of(new ErrorFigures(Problem.Kind.STATUS, text, 1, 1, List.of(text))),
        List.of(new ConnectionFigures(text, text, 2, 1)),
        List.of(exchange),
        new ExchangeSelection(1, List.of(exchange)));
  }

  /** No request was made at all. */
  static ReportFigures none() {
    return new ReportFigures(
        "program",
        "folder",
        new DumpFigures(null, List.of(), 0, 0, 0, 0, 0, 0, List.of()),
        new RecordFigures(0, Unread.NOTHING),
        new TrafficFigures(0, 0, 0, 0, 0, 0, null, null, Duration.ZERO),
        List.of(),
        List.of(),
        new Timeline(ms(10), List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new ExchangeSelection(0, List.of()));
  }

  private static StudyFigures study() {
    return new StudyFigures(new Uid("1.2"), DumpVerdict.COMPLETE, false, 1, 2, 3);
  }

  private static LatencyFigures frames(Phase phase) {
    return new LatencyFigures(ResourceKind.FRAME, phase, TIMES);
  }

  private static Duration ms(long milliseconds) {
    return Duration.ofMillis(milliseconds);
  }
}
