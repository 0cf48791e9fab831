package dev.dicomwebdump.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.dicomwebdump.benchmarks.trial.Measurement;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

class ResultsTest {

  private static final Machine MACHINE = new Machine("a CPU", 2, "8 GB", "Debian", Map.of());

  @TempDir private Path folder;

  @Test
  void aRatioIsOfMedians() {
    assertThat(work(1, 2, 90).ratio("dicomweb-dump").orElseThrow()).isCloseTo(2.0, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "1.2, 0.25, 'S: 1.20 times curl, was 1.00'",
    "1.26, 0.25, 'S: 1.26 times curl, was 1.00: worse'",
    "1.26, 0.3, 'S: 1.26 times curl, was 1.00'",
    "0.5, 0, 'S: 0.50 times curl, was 1.00'"
  })
  void aRatioThatGrewByOverTheMarginIsWorse(double ours, double margin, String text) {
    Baseline baseline = Baseline.of(results(work(1)));

    assertThat(baseline.compare(results(work(ours)), margin))
        .extracting(Comparison::text)
        .containsExactly(text);
  }

  @Test
  void aWorkThatTheBaselineHasNotIsNotCompared() {
    Baseline empty = new Baseline("2026-01-01", MACHINE, Map.of());

    assertThat(empty.compare(results(work(9)), 0)).isEmpty();
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    Results results = results(work(1, 2));
    Path file = folder.resolve("results.json");
    results.write(file);
    Baseline.of(results).write(folder.resolve("baseline.json"));

    assertThat(Results.read(file)).isEqualTo(results);
    assertThat(Baseline.read(folder.resolve("baseline.json"))).isEqualTo(Baseline.of(results));
  }

  @Test
  void aWorkTakesThePlaceOfTheSame() {
    assertThat(results(work(1)).with(work(2)).works()).containsExactly(work(2));
  }

  @Test
  void theTableHasEachWorkAndItsTarget() {
    assertThat(new Table(results(work(1.5, 1.6, 1.1))).markdown())
        .contains("| 1.00 (1.00–1.00) | 1.50 (1.10–1.60) | 1.50 | ≤ 1.3 |")
        .contains("Start to first request: 0.20 (0.10–0.30) s");
  }

  @Test
  void thePlotIsXml() throws Exception {
    String svg = new Plot(results(work(1.5))).svg();

    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
    assertThat(svg).contains("dicomweb-dump: 1.50 (1.50–1.50) s");
  }

  @Test
  void theTextOfAPageIsReplacedBetweenItsMarks() throws IOException {
    Path page = folder.resolve("page.md");
    Files.writeString(page, "a\n<!-- benchmark: begin -->\nold\n<!-- benchmark: end -->\nz\n");

    MarkedText.replace(page, "new\n");

    assertThat(page)
        .hasContent("a\n<!-- benchmark: begin -->\n\nnew\n\n<!-- benchmark: end -->\nz\n");
  }

  @Test
  void aPageWithoutMarksStaysAsItIs() throws IOException {
    Path page = Files.writeString(folder.resolve("page.md"), "a");

    assertThatThrownBy(() -> MarkedText.replace(page, "new")).isInstanceOf(IOException.class);
    assertThat(page).hasContent("a");
  }

  private static Results results(WorkResult work) {
    return new Results("2026-01-01", MACHINE, 1, List.of(0.1, 0.2, 0.3), List.of(work));
  }

  /** S, where curl takes a second. */
  private static WorkResult work(double... ours) {
    List<Measurement> dump = DoubleStream.of(ours).mapToObj(ResultsTest::measured).toList();
    Map<String, List<Measurement>> inOrder = new LinkedHashMap<>();
    inOrder.put("curl -Z", List.of(measured(1)));
    inOrder.put("dicomweb-dump", dump);
    return new WorkResult("S", 10, 1000, inOrder, Map.of());
  }

  private static Measurement measured(double seconds) {
    return new Measurement(seconds, 0.5, 1 << 20, null);
  }
}
