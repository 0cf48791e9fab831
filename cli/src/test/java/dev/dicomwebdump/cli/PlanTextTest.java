package dev.dicomwebdump.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.archive.DumpPlan;
import dev.dicomwebdump.archive.StudyPlan;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTextTest {

  private static final Problem UNKNOWN = new Problem(Problem.Kind.STATUS, "404 Not Found");

  private static StudyPlan study(long instances, long frames, long untold, @Nullable Problem why) {
    return new StudyPlan(new Uid("1.2"), instances, instances, frames, untold, why);
  }

  private static List<String> lines(StudyPlan... studies) {
    return new PlanText(
            new DumpPlan(
                "program",
                "http://pacs.example",
                "dump",
                Map.of("retry", "3"),
                List.of("PatientID=1", ""),
                List.of(studies),
                Map.of(ResourceKind.FRAME, 5L, ResourceKind.STUDY_METADATA, 1L),
                List.of("bulk data"),
                List.of(),
                List.of()))
        .lines();
  }

  @Test
  void allIsTold() {
    assertThat(lines(study(2, 5, 1, null)))
        .containsExactly(
            "a run with these options:",
            "  root: http://pacs.example",
            "  folder: dump",
            "  query: PatientID=1",
            "  query: all",
            "  retry: 3",
            "study 1.2: 2 series, 2 instances, 5 frames (of 1 instances none are told)",
            "1 studies, 2 series, 2 instances, 5 frames (of 1 instances none are told)",
            "estimate: 6 requests (1 study-metadata, 5 frame)",
            "  not among them: bulk data",
            "dry run: nothing was written");
  }

  @Test
  void whatIsNotKnownIsSaidSo() {
    assertThat(lines(study(0, 0, 0, UNKNOWN), study(2, 0, 2, UNKNOWN)))
        .contains(
            "study 1.2: NOT COUNTED: 404 Not Found",
            "study 1.2: at least 2 series, 2 instances, frames unknown: 404 Not Found",
            "at least 1 studies, 2 series, 2 instances, frames unknown");
  }
}
