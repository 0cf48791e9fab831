package dev.dicomwebdump.dump;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static dev.dicomwebdump.testkit.server.RequestMatch.searches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.crawl.StudyQuery;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Searching;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Studies that are searched for before the run. */
class StudyFinderTest extends RunOnFakeServer {

  private static final Uid LARGE = new Uid("2.999.2");

  private void serving(Searching searching) {
    server.close();
    server =
        FakeDicomWebServer.builder()
            .study(SMALL)
            .study(SyntheticStudies.large(1, 2, 1))
            .searching(searching)
            .start();
  }

  private DumpRequestBuilder searched(String... queries) {
    return request()
        .queries(List.of(queries).stream().map(StudyQuery::parse).toList())
        .selection(metadataOnly());
  }

  private static Selection metadataOnly() {
    Selection plain = Selection.PLAIN;
    return new Selection(
        EnumSet.of(Content.METADATA),
        plain.series(),
        plain.instances(),
        plain.modalities(),
        plain.format(),
        plain.bulkdata(),
        plain.discovery(),
        1);
  }

  @Test
  void allThatIsFoundIsDumped() throws Exception {
    serving(Searching.standard().pageLimit(1).withoutWarning());
    DumpResult result = run(request().queries(List.of(StudyQuery.ALL)).selection(metadataOnly()));
    DumpState state = result.overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(result.studies()).hasSize(2);
    assertThat(counts(state, ResourceKind.STUDIES_SEARCH).complete()).isEqualTo(3);
    assertThat(result.overall().run().requests()).isEqualTo(3 + 2);
    assertThat(temp.resolve("dump/_dump/qido/studies.1")).isNotEmptyFile();
    assertThat(temp.resolve("dump/_dump/qido/studies.2.dump.json")).isNotEmptyFile();
  }

  @Test
  void aQueryFindsItsOwnAndNamedStudiesComeBesides() throws Exception {
    serving(Searching.standard());
    DumpResult result = run(searched("StudyInstanceUID=2.999.1").studies(List.of(LARGE)));

    assertThat(result.studies()).hasSize(2);
    assertThat(server.requests(searches()).get(0).query()).contains("StudyInstanceUID=2.999.1");
  }

  @Test
  void aPageOfAnotherSearchIsKeptAsAFormerOne() throws Exception {
    serving(Searching.standard());
    run(searched("StudyInstanceUID=2.999.1"));
    byte[] first = Files.readAllBytes(temp.resolve("dump/_dump/qido/studies.1"));
    run(searched("StudyInstanceUID=2.999.2"));
    run(searched("StudyInstanceUID=2.999.2"));

    assertThat(temp.resolve("dump/_dump/qido/studies.1.1")).hasBinaryContent(first);
    assertThat(temp.resolve("dump/_dump/qido/studies.1.2")).doesNotExist();
  }

  @Test
  void nothingFoundIsNothingToDump() {
    serving(Searching.standard());

    assertThatThrownBy(() -> run(searched("PatientID=nobody")))
        .isInstanceOf(NothingFoundException.class)
        .hasMessage("the searches found no study");
    assertThat(server.requests(path("/studies/2.999.1/metadata"))).isEmpty();
  }

  @Test
  void aServerThatIsNotThereIsSaidSo() {
    server.when(any()).reply(Faults.reset());

    assertThatThrownBy(() -> run(searched("PatientID=1")))
        .isInstanceOf(NothingFoundException.class)
        .hasMessageContaining("page 1 of the search was not had: ");
  }

  @Test
  void aSearchThatFailsBesideOthersIsAFailureOfTheRun() throws Exception {
    serving(Searching.standard());
    server
        .when(searches().and(request -> String.valueOf(request.query()).contains("PatientID")))
        .reply(Replies.status(403, "text/plain", "not this"));
    DumpResult result = run(searched("StudyInstanceUID=2.999.1", "PatientID=1"));

    assertThat(result.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(counts(result.overall().dump(), ResourceKind.STUDIES_SEARCH).failed()).isEqualTo(1);
    assertThat(result.overall().dump().notes().keySet())
        .anyMatch(note -> note.startsWith("studies may be missing: page 1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "", "1.2."})
  void aStudyThatIsFoundAndCannotBeAskedForIsMissing(String uid) throws Exception {
    serving(Searching.standard());
    String entry = "{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"%s\"]}}";
    String page = "[" + entry.formatted("2.999.1") + "," + entry.formatted(uid) + "]";
    server
        .when(path("/studies"))
        .times(1)
        .reply(Replies.status(200, "application/dicom+json", page));
    server.when(path("/studies")).reply(Replies.status(204));
    DumpResult result = run(searched("StudyID=1"));

    assertThat(result.studies()).hasSize(1);
    assertThat(result.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(result.overall().dump().notes())
        .containsKey(
            "studies may be missing: 1 of the entries found name no study that can be asked for");
  }

  @Test
  void refusedCredentialsEndIt() {
    server.when(any()).reply(Replies.status(401));

    assertThatThrownBy(() -> run(searched("PatientID=1")))
        .isInstanceOf(CredentialsRefusedException.class);
  }

  private String names() throws Exception {
    try (Stream<Path> files = Files.list(temp.resolve("dump/_dump/qido"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".dump.json"))
          .sorted()
          .collect(Collectors.joining(" "));
    }
  }

  @Test
  void pagesOfALongerSearchBeforeAreFormerOnes() throws Exception {
    serving(Searching.standard().pageLimit(1).withoutWarning().emptyArray());
    run(request().queries(List.of(StudyQuery.ALL)).selection(metadataOnly()));
    assertThat(names()).isEqualTo("studies.1 studies.2 studies.3");

    run(searched("StudyInstanceUID=2.999.1"));
    assertThat(names()).isEqualTo("studies.1 studies.1.1 studies.2 studies.2.1 studies.3.1");
    assertThat(temp.resolve("dump/_dump/qido/studies.3.dump.json")).doesNotExist();
    assertThat(temp.resolve("dump/_dump/qido/studies.3.1.dump.json")).isNotEmptyFile();
  }

  @Test
  void aDumpOfAnotherServerIsRefusedBeforeItIsTouched() throws Exception {
    serving(Searching.standard());
    run(searched("StudyInstanceUID=2.999.1"));
    byte[] before = Files.readAllBytes(temp.resolve("dump/_dump/qido/studies.1.dump.json"));
    serving(Searching.standard());

    assertThatThrownBy(() -> run(request().queries(List.of(StudyQuery.ALL))))
        .isInstanceOf(OtherDumpException.class);
    assertThat(names()).isEqualTo("studies.1");
    assertThat(temp.resolve("dump/_dump/qido/studies.1.dump.json")).hasBinaryContent(before);
  }

  @Test
  void aDumpOfAnotherServerThatHasNoSearchesGetsNone() throws Exception {
    serving(Searching.standard());
    run(request(LARGE).selection(metadataOnly()));
    serving(Searching.standard());

    assertThatThrownBy(() -> run(request().queries(List.of(StudyQuery.ALL))))
        .isInstanceOf(OtherDumpException.class);
    assertThat(temp.resolve("dump/_dump/qido"))
        .satisfiesAnyOf(
            folder -> assertThat(folder).doesNotExist(),
            folder -> assertThat(folder).isEmptyDirectory());
  }

  @Test
  void aRunAfterOneThatWasKilledKeepsItsPages() throws Exception {
    serving(Searching.standard());
    run(searched("StudyInstanceUID=2.999.1"));
    Files.writeString(temp.resolve("dump/_dump/lock"), "running\n");
    Files.writeString(temp.resolve("dump/_dump/qido/studies.9.tmp"), "left");
    run(searched("StudyInstanceUID=2.999.2"));

    assertThat(names()).isEqualTo("studies.1 studies.1.1");
  }

  @Test
  void whyNothingWasFoundIsRecorded() {
    serving(Searching.standard());
    server.when(searches()).reply(Replies.status(404, "text/plain", "no such thing"));
    assertThatThrownBy(() -> run(searched("PatientID=1")))
        .isInstanceOf(NothingFoundException.class);

    assertThat(temp.resolve("dump/_dump/qido/studies.1.error")).hasContent("no such thing");
  }
}
