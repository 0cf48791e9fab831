package dev.dicomwebdump.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.Missing;
import dev.dicomwebdump.archive.MissingGroup;
import dev.dicomwebdump.archive.MissingList;
import dev.dicomwebdump.archive.ResourceCounts;
import dev.dicomwebdump.archive.StudyVerdict;
import dev.dicomwebdump.archive.TransferSyntaxCounts;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverallTest {

  private static final Uid STUDY = new Uid("1");
  private static final Problem PROBLEM = new Problem(Problem.Kind.STATUS, "404");
  private static final MissingGroup GROUP =
      new MissingGroup(
          ResourceKind.FRAME, STUDY, STUDY, STUDY, "1-2", 2, Outcome.FAILED, PROBLEM, 404);

  private final Overall overall = new Overall();

  private void add(DumpVerdict verdict, int missingGroups) {
    overall.add(
        STUDY,
        new DumpState(
            verdict,
            "http://pacs.example",
            new DumpState.OneStudy(STUDY),
            1,
            2,
            3,
            Map.of(ResourceKind.FRAME, new ResourceCounts(1, 2, 3, 4, 5, 6)),
            new TransferSyntaxCounts(7, 8, 9),
            Map.of("odd", 9L),
            List.of(ResourceKind.SERIES_METADATA),
            new Missing(Collections.nCopies(missingGroups, GROUP), 10)));
  }

  private DumpState state() {
    return overall.state("http://pacs.example");
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETE, COMPLETE, COMPLETE",
    "COMPLETE, INCOMPLETE, INCOMPLETE",
    "COMPLETE, FAILED, INCOMPLETE",
    "INCOMPLETE, FAILED, INCOMPLETE",
    "INCOMPLETE, INCOMPLETE, INCOMPLETE",
    "FAILED, FAILED, FAILED",
  })
  void theVerdictIsThatOfAllStudies(DumpVerdict one, DumpVerdict other, DumpVerdict both) {
    add(one, 0);
    add(other, 0);

    assertThat(state().verdict()).isEqualTo(both);
  }

  @Test
  void allIsAddedUp() {
    add(DumpVerdict.COMPLETE, 1);
    add(DumpVerdict.INCOMPLETE, 1);
    DumpState state = state();

    assertThat(List.of(state.series(), state.instances(), state.frames()))
        .containsExactly(2L, 4L, 6L);
    assertThat(state.resources())
        .isEqualTo(Map.of(ResourceKind.FRAME, new ResourceCounts(2, 4, 6, 8, 10, 12)));
    assertThat(state.transferSyntax()).isEqualTo(new TransferSyntaxCounts(14, 16, 18));
    assertThat(state.notes()).isEqualTo(Map.of("odd", 18L));
    assertThat(state.unsupportedLevels()).containsExactly(ResourceKind.SERIES_METADATA);
    assertThat(state.missing()).isEqualTo(new Missing(List.of(GROUP, GROUP), 20));
  }

  @Test
  void aStudyThatTheRunDidNotComeToIsPending() {
    add(DumpVerdict.COMPLETE, 0);
    overall.addPending(new Uid("2"));
    DumpState state = state();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(state.resources())
        .containsEntry(ResourceKind.STUDY_METADATA, new ResourceCounts(0, 0, 0, 0, 1, 0));
    assertThat(((DumpState.AllStudies) state.extent()).studies())
        .last()
        .returns(DumpVerdict.FAILED, StudyVerdict::verdict)
        .returns("2", StudyVerdict::folder);
  }

  @Test
  void whatIsMissingIsBounded() {
    add(DumpVerdict.INCOMPLETE, MissingList.MAX_GROUPS - 1);
    add(DumpVerdict.INCOMPLETE, 3);

    assertThat(state().missing().groups()).hasSize(MissingList.MAX_GROUPS);
    assertThat(state().missing().omitted()).isEqualTo(10 + 10 + 2 * GROUP.count());
  }
}
