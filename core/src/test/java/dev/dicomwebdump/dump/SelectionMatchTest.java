package dev.dicomwebdump.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.archive.Unmatched;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.RequestMatch;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is selected and matches nothing is told, and not taken for a complete dump of nothing. */
class SelectionMatchTest extends RunOnFakeServer {

  private static final Uid LARGE = new Uid("2.999.2");

  @BeforeEach
  void serveBoth() {
    serve(SMALL, SyntheticStudies.large(2, 2, 1));
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
  }

  private static Set<Uid> uids(String text) {
    return words(text).stream().map(Uid::new).collect(Collectors.toSet());
  }

  private static Selection selection(
      String contents, String series, String instances, String modalities, Discovery discovery) {
    Set<Content> chosen =
        contents.isEmpty()
            ? Content.PLAIN
            : Stream.of(Content.values())
                .filter(content -> words(contents).contains(content.published()))
                .collect(Collectors.toSet());
    return new Selection(
        chosen,
        uids(series),
        uids(instances),
        words(modalities),
        MetadataFormat.JSON,
        BulkDataOptions.DEFAULTS,
        discovery,
        1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', '', AUTO, ''",
    "'', 2.999.1.1, '', '', AUTO, ''",
    "'', 2.999.1.1 2.999.2.2, '', '', AUTO, ''",
    "'', 2.999.1.1 2.999.2.9, '', '', AUTO, --series 2.999.2.9",
    "'', 2.999.1.1 2.999.2.9, '', '', QIDO, --series 2.999.2.9",
    "'', '', 2.999.2.1.2 2.999.1.8.8, '', AUTO, --instance 2.999.1.8.8",
    "'', '', 2.999.2.1.2 2.999.1.8.8, '', QIDO, --instance 2.999.1.8.8",
    "'', '', '', SR, AUTO, ''",
    "'', '', '', SR XX, AUTO, --modality XX",
    "'', '', '', YY XX, QIDO, --modality XX --modality YY",
    "'', 2.999.1.1, '', SR, AUTO, --series 2.999.1.1 --modality SR",
    "'', 2.999.1.1, 2.999.1.2.1, '', AUTO, --instance 2.999.1.2.1",
    "metadata, 2.999.7, '', '', AUTO, --series 2.999.7",
    "metadata, 2.999.7, 2.999.8, XX, QIDO, ''",
    "qido, 2.999.7, 2.999.8, '', AUTO, --series 2.999.7",
  })
  void overAllStudiesOfARun(
      String contents,
      String series,
      String instances,
      String modalities,
      Discovery discovery,
      String expected)
      throws Exception {
    DumpResult result =
        run(
            request(STUDY, LARGE)
                .selection(selection(contents, series, instances, modalities, discovery)));

    assertThat(
            result.overall().run().unmatched().stream()
                .map(Unmatched::toString)
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
    assertThat(result.verdict())
        .isEqualTo(expected.isEmpty() ? DumpVerdict.COMPLETE : DumpVerdict.INCOMPLETE);
    assertThat(result.end()).isEqualTo(RunEnd.FINISHED);
    assertThat(dumped().json("_dump/summary.json").at("/run/unmatched"))
        .hasSize(result.overall().run().unmatched().size());
  }

  @Test
  void aRunThatGoesOnWithTheDumpTellsItAgain() throws Exception {
    Selection selection = selection("", "2.999.1.1 2.999.7", "", "", Discovery.AUTO);
    run(request(STUDY).selection(selection));

    assertThat(run(request(STUDY).selection(selection)).overall().run().unmatched()).hasSize(1);
    assertThat(run(request(STUDY)).verdict()).isEqualTo(DumpVerdict.COMPLETE);
  }

  @Test
  void whereNoStudyWasWalkedNothingIsToldOfIt() throws Exception {
    server.when(RequestMatch.any()).reply(Replies.status(404));
    DumpResult result =
        run(request(STUDY).selection(selection("", "2.999.7", "", "", Discovery.AUTO)));

    assertThat(result.verdict()).isEqualTo(DumpVerdict.FAILED);
    assertThat(result.overall().run().unmatched()).isEmpty();
  }
}
