package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.Missing;
import dev.dicomwebdump.archive.MissingGroup;
import dev.dicomwebdump.archive.ResourceCounts;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.archive.RunState;
import dev.dicomwebdump.archive.Summary;
import dev.dicomwebdump.archive.TransferSyntaxCounts;
import dev.dicomwebdump.dump.DumpResult;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Results of runs. */
final class Results {

  static final Uid STUDY = new Uid("1.2");
  private static final Uid SERIES = new Uid("1.2.3");

  private Results() {}

  static DumpResult of(DumpVerdict verdict) {
    return result(state(verdict, 0, 0, List.of(), Missing.NOTHING), 0);
  }

  /** Everything that can be odd about a run. */
  static DumpResult odd() {
    List<MissingGroup> groups = new ArrayList<>();
    groups.add(missing(ResourceKind.STUDY_METADATA, 0));
    groups.add(missing(ResourceKind.SERIES_METADATA, 0));
    groups.add(missing(ResourceKind.FRAME, 3));
    return result(
        state(
            DumpVerdict.INCOMPLETE,
            7,
            2,
            List.of(ResourceKind.INSTANCE_METADATA),
            new Missing(groups, 0)),
        4);
  }

  /** So much is missing that it cannot all be shown. */
  static DumpResult withMissing(int groups, long omitted) {
    List<MissingGroup> all =
        IntStream.range(0, groups).mapToObj(i -> missing(ResourceKind.FRAME, 2)).toList();
    return result(state(DumpVerdict.INCOMPLETE, 0, 0, List.of(), new Missing(all, omitted)), 0);
  }

  private static MissingGroup missing(ResourceKind kind, int frames) {
    boolean frame = kind == ResourceKind.FRAME;
    return new MissingGroup(
        kind,
        STUDY,
        kind == ResourceKind.STUDY_METADATA ? null : SERIES,
        frame ? new Uid("1.2.3.4") : null,
        frame ? "1-" + frames : null,
        frame ? frames : 1,
        Outcome.FAILED,
        new Problem(Problem.Kind.STATUS, "404 Not Found"),
        404);
  }

  private static DumpState state(
      DumpVerdict verdict,
      long pending,
      long transcoded,
      List<ResourceKind> unsupported,
      Missing missing) {
    return new DumpState(
        verdict,
        "http://pacs.example",
        new DumpState.OneStudy(STUDY),
        1,
        2,
        3,
        Map.of(
            ResourceKind.FRAME, new ResourceCounts(3, 0, 0, 0, pending, 1500),
            ResourceKind.INSTANCE_METADATA, new ResourceCounts(2, 0, 0, 0, 0, 500)),
        new TransferSyntaxCounts(0, transcoded, 0),
        Map.of(),
        unsupported,
        missing);
  }

  private static DumpResult result(DumpState state, long extras) {
    RunState run =
        new RunState(
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(2),
            Map.of(),
            RunEnd.FINISHED,
            null,
            6,
            3000,
            extras,
            extras,
            extras,
            extras,
            8,
            List.of(),
            Map.of());
    Summary summary = new Summary("dicomweb-dump", state, run);
    return new DumpResult(state.verdict(), summary, List.of(summary));
  }
}
