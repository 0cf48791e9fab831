package dev.dicomwebdump.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.resource.ResourceKind;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryReaderTest {

  static Stream<Summary> summaries() {
    return Samples.summaries();
  }

  @ParameterizedTest
  @MethodSource("summaries")
  void theOutlineOfEverySummaryIsReadBack(Summary summary) throws FormatException {
    SummaryOutline read = SummaryReader.read(SummaryJson.encode(summary));

    assertThat(read)
        .isEqualTo(
            new SummaryOutline(
                "https://pacs.example/dicom-web",
                summary.dump().verdict(),
                Set.of(ResourceKind.STUDY_METADATA),
                summary.dump().extent(),
                Samples.STARTED,
                Samples.STARTED.plusMillis(61_001),
                summary.run().end(),
                Map.of("concurrency", "8")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"verdict\": \"incomplete\" | \"verdict\": \"partly\" | dump.verdict is not known: partly",
        "\"version\": 1              | \"version\": 2          | version is not 1",
        "\"root\":                   | \"trunk\":              | dump.root is missing",
        "\"study\": \"1.2.3\"        | \"study\": \"..\"       | not a UID",
        "\"end\": \"finished\"       | \"end\": \"done\"       | run.end is not known: done",
        "\"ended\": \"2026           | \"ended\": \"x          | a value is not good",
        "\"concurrency\": \"8\"      | \"concurrency\": 8      | options.concurrency is not a string",
        "\"run\": {                  | \"run\": 1              | it is not JSON",
      })
  void aWrongSummaryIsNone(String right, String wrong, String why) {
    Summary summary = Samples.summaries().iterator().next();
    String text = new String(SummaryJson.encode(summary), UTF_8);

    assertThat(text).contains(right);
    assertThatThrownBy(() -> SummaryReader.read(text.replace(right, wrong).getBytes(UTF_8)))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(why);
  }
}
