package dev.dicomwebdump.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.dump.DumpRequest;
import dev.dicomwebdump.dump.DumpRequestBuilder;
import dev.dicomwebdump.dump.DumpResult;
import dev.dicomwebdump.resource.DicomWebRoot;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SummaryTextTest {

  private static List<String> lines(DumpResult result) {
    return lines(result, DigestKind.SHA256);
  }

  private static List<String> lines(DumpResult result, DigestKind digest) {
    DumpRequest request =
        new DumpRequestBuilder(DicomWebRoot.parse("http://pacs.example"), Path.of("dump"))
            .studies(List.of(Results.STUDY))
            .digest(digest)
            .build();
    return new SummaryText(request, result).lines();
  }

  @ParameterizedTest
  @EnumSource(
      value = DigestKind.class,
      names = {"CRC32C", "NONE"})
  void whichProofRemainsIsTold(DigestKind digest) {
    assertThat(lines(Results.of(DumpVerdict.COMPLETE), digest))
        .hasSize(5)
        .element(3)
        .asString()
        .startsWith("digest " + digest.published() + ": ");
  }

  @Test
  void aCompleteDumpIsToldInFewLines() {
    assertThat(lines(Results.of(DumpVerdict.COMPLETE)))
        .containsExactly(
            "study 1.2: complete",
            "  1 series, 2 instances, 3 frames; 5 resources, 2.0 kB",
            "6 requests, 3.0 kB in 2.0 s (1.5 kB/s)",
            "dump: complete");
  }

  @Test
  void whatIsNotCompleteIsNamed() {
    assertThat(lines(Results.odd()))
        .containsExactly(
            "study 1.2: NOT COMPLETE",
            "  1 series, 2 instances, 3 frames; 5 resources, 2.0 kB",
            "  failed: study-metadata: 404 Not Found",
            "  failed: series-metadata of series 1.2.3: 404 Not Found",
            "  failed: frame 1-3 of instance 1.2.3.4: 404 Not Found",
            "  pending: 7 resources were not asked for",
            "  the server has no instance-metadata; the level above stood in",
            "  transfer syntax: 0 as stored, 2 maybe transcoded, 0 unknown",
            "6 requests, 3.0 kB in 2.0 s (1.5 kB/s), 4 kept from earlier runs, 4 retries, 4 redirects, 4 other Accepts",
            "dump: NOT COMPLETE");
  }

  @ParameterizedTest
  @CsvSource({"50, 0, 0", "51, 0, 2", "60, 5, 25", "1, 5, 5"})
  void moreThanFiftyLinesAreCounted(int groups, long omitted, long more) {
    List<String> lines = lines(Results.withMissing(groups, omitted));

    assertThat(lines.stream().filter(line -> line.startsWith("  failed:")))
        .hasSize(Math.min(groups, 50));
    assertThat(lines.contains("  and " + more + " more: see summary.json")).isEqualTo(more > 0);
  }

  @Test
  void aDumpOfNothingIsSaidLoud() {
    assertThat(lines(Results.of(DumpVerdict.FAILED))).last().asString().contains("NOTHING");
  }
}
