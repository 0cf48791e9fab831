package dev.dicomwebdump.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.SearchPage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmptySearchPageTest extends RecordingFolder {

  @ParameterizedTest
  @CsvSource({"204, 0", "200, 1"})
  void isCompleteWithoutABody(int status, int notes) throws IOException {
    Resource page = Resource.seriesSearch(STUDY, new SearchPage(1, "limit=1"));
    Recording recording = recording(page, true);
    Answer nothing = Answer.of(status, DICOM_JSON, "").with("Content-Length", "0");
    Exchange exchange = Answer.play(recording, DICOM_JSON, List.of(nothing));
    Recorded recorded = recording.commit(exchange.withProblem(null), false);

    assertThat(exchange.problem() == null).isEqualTo(status == 200);
    assertThat(recorded.outcome()).isEqualTo(Outcome.COMPLETE);
    assertThat(recorded.notes()).hasSize(notes);
    assertThat(files()).containsExactly("series.1.dump.json");
    assertThat(dicomweb(recorded).get("body").isNull()).isTrue();
    assertThat(json(recorded).get("response").get("content").get("size").asInt()).isZero();
  }
}
