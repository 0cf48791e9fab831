package dev.dicomwebdump.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.MissingGroup;
import dev.dicomwebdump.archive.ResourceCounts;
import dev.dicomwebdump.archive.Transcoding;
import dev.dicomwebdump.archive.TransferSyntaxCounts;
import dev.dicomwebdump.crawl.InstanceCensus;
import dev.dicomwebdump.crawl.StudyOutline;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.record.Recorded;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StudyTallyTest {

  private static final Uid STUDY = new Uid("1");
  private static final Uid SERIES = new Uid("1.1");
  private static final Uid SOP = new Uid("1.1.1");
  private static final Resource STUDY_METADATA = Resource.studyMetadata(STUDY);
  private static final Resource SERIES_METADATA = Resource.seriesMetadata(STUDY, SERIES);

  private final StudyTally tally = new StudyTally(STUDY);

  private static void record(
      StudyTally tally, Resource resource, Outcome outcome, boolean asStored, String... notes) {
    Problem problem =
        outcome == Outcome.COMPLETE ? null : new Problem(Problem.Kind.STATUS, "of " + resource);
    tally.recorded(
        resource,
        new Recorded(
            outcome,
            List.of(notes),
            10,
            resource.kind().hasTransferSyntax() ? transcoding(asStored) : null,
            new EntryFiles("x"),
            List.of()),
        exchange(problem));
  }

  private static Transcoding transcoding(boolean asStored) {
    return asStored ? Transcoding.AS_STORED : Transcoding.MAYBE;
  }

  private static Exchange exchange(@Nullable Problem problem) {
    Request request = new Request(URI.create("http://pacs.example"), Headers.NONE);
    return new Exchange(
        request, null, Instant.EPOCH, Timings.UNKNOWN, null, 10, problem, List.of());
  }

  private static Resource frame(int number) {
    return Resource.frame(STUDY, SERIES, SOP, number);
  }

  private DumpState state(boolean finished, ResourceKind... unsupported) {
    return tally.state("http://pacs.example", finished, List.of(unsupported)::contains);
  }

  private static Arguments row(
      String name, Consumer<StudyTally> deeds, DumpVerdict finished, DumpVerdict early) {
    return arguments(name, deeds, finished, early);
  }

  private static Consumer<StudyTally> had() {
    return tally -> record(tally, STUDY_METADATA, Outcome.COMPLETE, false);
  }

  static Stream<Arguments> verdicts() {
    Consumer<StudyTally> named = had().andThen(tally -> tally.named(ResourceKind.FRAME, 2));
    Consumer<StudyTally> one = named.andThen(t -> record(t, frame(1), Outcome.COMPLETE, true));
    Consumer<StudyTally> both = one.andThen(t -> record(t, frame(2), Outcome.COMPLETE, true));
    Consumer<StudyTally> failed = one.andThen(t -> record(t, frame(2), Outcome.FAILED, true));
    Consumer<StudyTally> cut = one.andThen(t -> record(t, frame(2), Outcome.INCOMPLETE, true));
    return Stream.of(
        row("nothing", tally -> {}, DumpVerdict.FAILED, DumpVerdict.FAILED),
        row(
            "no study",
            tally -> record(tally, STUDY_METADATA, Outcome.FAILED, false),
            DumpVerdict.FAILED,
            DumpVerdict.FAILED),
        row("an empty study", had(), DumpVerdict.COMPLETE, DumpVerdict.COMPLETE),
        row(
            "outlined only",
            had()
                .andThen(tally -> tally.outlined(OUTLINE, Selection.PLAIN.with(Content.INSTANCES))),
            DumpVerdict.COMPLETE,
            DumpVerdict.INCOMPLETE),
        row("one of two", one, DumpVerdict.INCOMPLETE, DumpVerdict.INCOMPLETE),
        row("both", both, DumpVerdict.COMPLETE, DumpVerdict.COMPLETE),
        row("one failed", failed, DumpVerdict.INCOMPLETE, DumpVerdict.INCOMPLETE),
        row("one cut", cut, DumpVerdict.INCOMPLETE, DumpVerdict.INCOMPLETE),
        row(
            "an entry without a name",
            both.andThen(tally -> tally.unusable(SERIES_METADATA, "entry 1 has no UID")),
            DumpVerdict.INCOMPLETE,
            DumpVerdict.INCOMPLETE),
        row(
            "a note",
            both.andThen(tally -> tally.note("odd")),
            DumpVerdict.COMPLETE,
            DumpVerdict.COMPLETE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("verdicts")
  void theVerdictFollowsFromWhatWasDone(
      String name, Consumer<StudyTally> deeds, DumpVerdict finished, DumpVerdict early) {
    deeds.accept(tally);

    assertThat(state(true).verdict()).isEqualTo(finished);
    assertThat(state(false).verdict()).isEqualTo(early);
  }

  @Test
  void outcomesAreCountedByKind() {
    had().accept(tally);
    tally.named(ResourceKind.FRAME, 5);
    record(tally, frame(1), Outcome.COMPLETE, true, "odd", "odder");
    record(tally, frame(2), Outcome.COMPLETE, false, "odd");
    record(tally, frame(3), Outcome.INCOMPLETE, true);
    record(tally, frame(4), Outcome.FAILED, true);
    DumpState state = state(true);

    assertThat(state.resources())
        .containsEntry(ResourceKind.STUDY_METADATA, new ResourceCounts(1, 0, 0, 0, 0, 10))
        .containsEntry(ResourceKind.FRAME, new ResourceCounts(2, 1, 1, 0, 1, 20));
    assertThat(state.transferSyntax()).isEqualTo(new TransferSyntaxCounts(1, 1, 0));
    assertThat(state.notes()).isEqualTo(Map.of("odd", 2L, "odder", 1L));
    assertThat(state.missing().groups()).extracting(MissingGroup::frames).containsExactly("3", "4");
  }

  /** One series of two instances with three frames. */
  private static final StudyOutline OUTLINE =
      new StudyOutline(
          Map.of(new Uid("2.1"), InstanceCensus.NONE.with(new Uid("3.1")).with(new Uid("3.2"))),
          3,
          0);

  @Test
  void beforeTheEndWhatTheStudyOutlinesIsPending() {
    had().accept(tally);
    tally.outlined(OUTLINE, Selection.PLAIN.with(Content.INSTANCES));
    tally.named(ResourceKind.SERIES_METADATA, 1);
    DumpState state = state(false);

    assertThat(List.of(state.series(), state.instances(), state.frames()))
        .containsExactly(1L, 2L, 3L);
    assertThat(state.resources())
        .containsEntry(ResourceKind.SERIES_METADATA, new ResourceCounts(0, 0, 0, 0, 1, 0))
        .containsEntry(ResourceKind.INSTANCE_METADATA, new ResourceCounts(0, 0, 0, 0, 2, 0))
        .containsEntry(ResourceKind.INSTANCE, new ResourceCounts(0, 0, 0, 0, 2, 0))
        .containsEntry(ResourceKind.FRAME, new ResourceCounts(0, 0, 0, 0, 3, 0));
  }

  @Test
  void whatIsSkippedIsUnsupportedUnlessTheLevelTurnsOutToExist() {
    had().accept(tally);
    tally.named(ResourceKind.SERIES_METADATA, 3);
    record(tally, SERIES_METADATA, Outcome.UNSUPPORTED, false);
    tally.skipped(ResourceKind.SERIES_METADATA);
    tally.skipped(ResourceKind.SERIES_METADATA);

    assertThat(state(true, ResourceKind.SERIES_METADATA))
        .returns(DumpVerdict.COMPLETE, DumpState::verdict)
        .returns(List.of(ResourceKind.SERIES_METADATA), DumpState::unsupportedLevels)
        .satisfies(
            state ->
                assertThat(state.resources())
                    .containsEntry(
                        ResourceKind.SERIES_METADATA, new ResourceCounts(0, 0, 0, 3, 0, 0)));
    assertThat(state(true))
        .returns(DumpVerdict.INCOMPLETE, DumpState::verdict)
        .satisfies(
            state ->
                assertThat(state.resources())
                    .containsEntry(
                        ResourceKind.SERIES_METADATA, new ResourceCounts(0, 0, 0, 1, 2, 0)));
  }
}
