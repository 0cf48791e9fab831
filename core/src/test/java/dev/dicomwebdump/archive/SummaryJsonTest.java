package dev.dicomwebdump.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryJsonTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Stream<Summary> summaries() {
    return Samples.summaries();
  }

  @ParameterizedTest
  @MethodSource("summaries")
  void everySummaryIsAsTheSchemaSays(Summary summary) {
    assertThat(Schemas.SUMMARY.errors(SummaryJson.encode(summary))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"verdict\": \"incomplete\" | \"verdict\": \"partly\"",
        "\"version\": 1              | \"version\": \"1\"",
        "\"frames\": \"7-8\"         | \"frames\": \"7-\"",
        "\"frames\": \"7-8\"         | \"frames\": null",
        "\"count\": 2                | \"count\": 0",
        "\"outcome\": \"failed\"     | \"outcome\": \"complete\"",
        "\"end\": \"finished\"       | \"end\": \"done\"",
        "\"instance\": {             | \"bulk\": {",
        "\"pending\": 4              | \"pending\": -4",
        "\"missingOmitted\":         | \"omitted\":",
        "\"concurrency\": \"8\"      | \"concurrency\": 8",
        "\"p99\": 1.000              | \"p99\": null",
        "\"retries\": 1              | \"retries\": 1.5",
        "\"series\": 2               | \"series\": 2, \"studies\": []",
      })
  void aWrongSummaryIsRefused(String right, String wrong) {
    Summary summary = Samples.summaries().iterator().next();
    String text = new String(SummaryJson.encode(summary), StandardCharsets.UTF_8);

    assertThat(text).contains(right);
    assertThat(Schemas.SUMMARY.errors(text.replace(right, wrong))).isNotEmpty();
  }

  @Test
  void aStudysSummaryNamesItAndWhatIsMissing() throws IOException {
    JsonNode dump = encoded(Samples.summaries().toList().get(0)).get("dump");

    assertThat(dump.get("verdict").asText()).isEqualTo("incomplete");
    assertThat(dump.get("study").asText()).isEqualTo("1.2.3");
    assertThat(dump.get("resources").toString())
        .isEqualTo(
            "{\"study-metadata\":{\"complete\":1,\"incomplete\":0,\"failed\":0,\"unsupported\":0,"
                + "\"pending\":0,\"bytes\":17},\"instance\":{\"complete\":1,\"incomplete\":2,"
                + "\"failed\":3,\"unsupported\":0,\"pending\":4,\"bytes\":1125899906842624}}");
    assertThat(dump.get("notes").toString())
        .isEqualTo("{\"boundary missing\":1,\"single part\":3}");
    assertThat(dump.get("missing").get(1).toString())
        .isEqualTo(
            "{\"kind\":\"frame\",\"study\":\"1.2.3\",\"series\":\"1.2.3.4\","
                + "\"instance\":\"1.2.3.4.5\",\"frames\":\"7-8\",\"count\":2,"
                + "\"outcome\":\"failed\",\"problem\":{\"kind\":\"truncated\","
                + "\"message\":\"5 of 10 bytes came\"},\"status\":200}");
  }

  @Test
  void theWholeFoldersSummaryListsItsStudies() throws IOException {
    DumpState.Extent all =
        new DumpState.AllStudies(
            List.of(new StudyVerdict(Samples.STUDY, DumpVerdict.FAILED, "1.2.3", Samples.CUT)));
    JsonNode dump = encoded(Samples.summary(all, Missing.NOTHING, RunEnd.FINISHED)).get("dump");

    assertThat(dump.has("study")).isFalse();
    assertThat(dump.get("studies").toString())
        .isEqualTo(
            "[{\"study\":\"1.2.3\",\"verdict\":\"failed\",\"folder\":\"1.2.3\","
                + "\"problem\":{\"kind\":\"truncated\",\"message\":\"5 of 10 bytes came\"}}]");
  }

  @Test
  void theRunTellsHowLongAndHowItEnded() throws IOException {
    JsonNode run =
        encoded(
                Samples.summary(
                    new DumpState.OneStudy(Samples.STUDY), Missing.NOTHING, RunEnd.GAVE_UP))
            .get("run");

    assertThat(run.get("ended").asText()).isEqualTo("2026-11-23T04:06:07.008Z");
    assertThat(run.get("seconds").decimalValue()).isEqualByComparingTo("61.001");
    assertThat(run.get("end").asText()).isEqualTo("gave-up");
    assertThat(run.get("endMessage").asText()).isEqualTo("the server was gone");
    assertThat(run.at("/latency/frame/max").decimalValue()).isEqualByComparingTo("1.234");
  }

  private static JsonNode encoded(Summary summary) throws IOException {
    return MAPPER.readTree(SummaryJson.encode(summary));
  }
}
