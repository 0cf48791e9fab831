package dev.dicomwebdump.report;

import static dev.dicomwebdump.report.Exchanges.exchange;
import static dev.dicomwebdump.report.Exchanges.timings;
import static dev.dicomwebdump.report.WrittenDump.STUDY;
import static dev.dicomwebdump.report.WrittenDump.frame;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.Schemas;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Resource;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportJsonTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;
  private WrittenDump dump = new WrittenDump(Path.of("set before each"));

  @BeforeEach
  void writeDump() throws Exception {
    dump = new WrittenDump(folder);
    dump.record(Resource.studyMetadata(STUDY), exchange(0, 200, timings(5, 2), 1000));
    dump.record(
        frame(1),
        exchange(100, 200, timings(3, 1), 500)
            .after(
                exchange(50, 0, timings(1, 0), 0)
                    .withProblem(new Problem(Problem.Kind.CONNECT, "</script><b>\ud83d"))));
    dump.write("1.2/damaged.dump.json", new byte[0]);
    dump.summary(STUDY, DumpVerdict.COMPLETE);
  }

  @Test
  void itIsAsTheSchemaSays() throws Exception {
    byte[] document = ReportJson.encode(dump.figures());

    assertThat(Schemas.REPORT.errors(document)).isEmpty();
    assertThat(new String(document, UTF_8)).startsWith("{\n  \"version\": 1,\n").endsWith("}\n");
  }

  @Test
  void soIsThatOfNothing(@TempDir Path empty) throws Exception {
    WrittenDump nothing = new WrittenDump(empty);
    nothing.write("_dump/lock", new byte[0]);
    byte[] document = ReportJson.encode(nothing.figures());

    assertThat(Schemas.REPORT.errors(document)).isEmpty();
    assertThat(MAPPER.readTree(document).at("/traffic/started").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"version\": 1          | \"version\": 2",
        "\"verdict\": \"complete\" | \"verdict\": \"whole\"",
        "\"requests\": 3         | \"requests\": -3",
        "\"phase\": \"wait\"     | \"phase\": \"pause\"",
        "\"problem\": \"connect\" | \"problem\": \"gone\"",
        "\"kind\": \"frame\"     | \"kind\": \"frames\"",
        "\"at\": 100             | \"at\": 0.5",
        "\"attempt\": 2          | \"attempt\": 0",
        "\"unfinished\": false   | \"unfinished\": 0",
        "\"inFlight\":           | \"flying\":",
      })
  void aWrongDocumentIsRefused(String right, String wrong) throws Exception {
    String text = new String(ReportJson.encode(dump.figures()), UTF_8);

    assertThat(text).contains(right);
    assertThat(Schemas.REPORT.errors(text.replace(right, wrong).getBytes(UTF_8))).isNotEmpty();
  }

  @Test
  void exchangesAreToldByTimeSinceTheFirst() throws Exception {
    JsonNode shown = MAPPER.readTree(ReportJson.encode(dump.figures())).at("/exchanges/shown");

    assertThat(shown.findValuesAsText("at")).containsExactly("0", "50", "100");
    assertThat(shown.get(1).toString())
        .isEqualTo(
            "{\"at\":50,\"kind\":\"frame\",\"attempt\":1,\"status\":0,\"problem\":\"connect\","
                + "\"bytes\":0,\"connection\":0,\"record\":\""
                + WrittenDump.pathOf(frame(1))
                + "\",\"blocked\":null,\"dns\":null,\"connect\":null,\"tls\":null,\"send\":null,"
                + "\"wait\":1.0,\"receive\":0.0,\"whole\":1.0}");
  }

  @Test
  void inAPageItEndsNoScript() throws Exception {
    String line = ReportJson.forHtml(dump.figures());

    assertThat(line).doesNotContain("<").contains("\\u003c/script>").hasLineCount(1);
    assertThat(MAPPER.readTree(line)).isEqualTo(MAPPER.readTree(ReportJson.encode(dump.figures())));
  }
}
