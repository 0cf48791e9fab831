package dev.dicomwebdump.archive;

import static dev.dicomwebdump.archive.Samples.CUT;
import static dev.dicomwebdump.archive.Samples.SERIES;
import static dev.dicomwebdump.archive.Samples.SOP;
import static dev.dicomwebdump.archive.Samples.STUDY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingListTest {

  private final MissingList list = new MissingList();

  @Test
  void framesOfOneInstanceAndProblemAreOneGroup() {
    Problem other = new Problem(CUT.kind(), "6 of 10 bytes came");
    list.add(Resource.frame(STUDY, SERIES, SOP, 3), Outcome.FAILED, CUT, 200);
    list.add(Resource.frame(STUDY, SERIES, SOP, 1), Outcome.FAILED, other, 200);
    list.add(Resource.frame(STUDY, SERIES, SOP, 2), Outcome.FAILED, other, 200);

    assertThat(list.snapshot())
        .isEqualTo(
            new Missing(
                List.of(
                    new MissingGroup(
                        ResourceKind.FRAME,
                        STUDY,
                        SERIES,
                        SOP,
                        "1-3",
                        3,
                        Outcome.FAILED,
                        CUT,
                        200)),
                0));
  }

  @Test
  void whatDiffersIsAGroupOfItsOwnInTheOrderOfTheUids() {
    Resource frame = Resource.frame(STUDY, SERIES, SOP, 1);
    list.add(Resource.frame(STUDY, SERIES, new Uid("9"), 1), Outcome.FAILED, CUT, 200);
    list.add(frame, Outcome.FAILED, CUT, 500);
    list.add(frame, Outcome.FAILED, CUT, 200);
    list.add(frame, Outcome.INCOMPLETE, CUT, 200);
    list.add(frame, Outcome.FAILED, new Problem(Problem.Kind.UID, "x"), 200);
    list.add(Resource.instance(STUDY, SERIES, SOP), Outcome.FAILED, CUT, 200);
    list.add(Resource.seriesMetadata(STUDY, SERIES), Outcome.FAILED, CUT, 404);
    list.add(Resource.studyMetadata(STUDY), Outcome.FAILED, CUT, 404);

    assertThat(list.snapshot().groups())
        .extracting(group -> group.kind() + " " + group.outcome() + " " + group.status())
        .containsExactly(
            "STUDY_METADATA FAILED 404",
            "SERIES_METADATA FAILED 404",
            "FRAME INCOMPLETE 200",
            "FRAME FAILED 200",
            "FRAME FAILED 500",
            "FRAME FAILED 200",
            "INSTANCE FAILED 200",
            "FRAME FAILED 200");
  }

  @Test
  void theRestIsCounted() {
    for (int i = 0; i < MissingList.MAX_GROUPS + 7; i++) {
      Resource instance = Resource.instance(STUDY, SERIES, new Uid("1." + i));
      list.add(instance, Outcome.FAILED, CUT, 404);
    }
    list.add(Resource.instance(STUDY, SERIES, new Uid("1.0")), Outcome.FAILED, CUT, 404);

    assertThat(list.snapshot().groups()).hasSize(MissingList.MAX_GROUPS);
    assertThat(list.snapshot().omitted()).isEqualTo(7);
    assertThat(list.snapshot().groups().get(0).count()).isEqualTo(2);
  }

  @Test
  void scatteredFramesAreCountedWhereTheirRangesAreTooMany() {
    for (int i = 1; i <= FrameRanges.MAX_RANGES + 5; i++) {
      list.add(Resource.frame(STUDY, SERIES, SOP, 2 * i), Outcome.FAILED, CUT, 500);
    }

    assertThat(list.snapshot().groups().get(0).count()).isEqualTo(FrameRanges.MAX_RANGES);
    assertThat(list.snapshot().omitted()).isEqualTo(5);
  }

  @Test
  void manyThreadsLoseNothing() throws Exception {
    Together.run(
        8,
        thread -> {
          for (int i = 0; i < 20_000; i++) {
            Resource frame = Resource.frame(STUDY, SERIES, SOP, 8 * i + thread + 1);
            list.add(frame, Outcome.FAILED, CUT, 500);
          }
        });

    Missing missing = list.snapshot();
    assertThat(missing.groups())
        .singleElement()
        .satisfies(
            group ->
                assertThat(group.count() + missing.omitted()).as("all frames").isEqualTo(160_000));
  }
}
