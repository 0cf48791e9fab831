package dev.dicomwebdump.dump;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathMatches;
import static dev.dicomwebdump.testkit.server.RequestMatch.searches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.archive.DumpPlan;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.StudyPlan;
import dev.dicomwebdump.crawl.StudyQuery;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Searching;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run would do, told without doing it. */
class DryRunTest extends RunOnFakeServer {

  private static final Uid UNKNOWN = new Uid("2.999.404");
  private static final Uid LARGE = new Uid("2.999.2");

  private DumpPlan plan(DumpRequestBuilder request) {
    return dump(request, heard).plan();
  }

  private static Selection selection(
      Set<Content> contents, Set<Uid> series, Set<Uid> instances, Set<String> modalities) {
    return new Selection(
        contents,
        series,
        instances,
        modalities,
        MetadataFormat.JSON,
        BulkDataOptions.DEFAULTS,
        Discovery.AUTO,
        1);
  }

  private static StudyPlan only(DumpPlan plan) {
    assertThat(plan.studies()).hasSize(1);
    return plan.studies().get(0);
  }

  @AfterEach
  void nothingIsWritten() {
    assertThat(temp).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource(Discovery.class)
  void searchesAndMetadataCountAlike(Discovery discovery) {
    DumpPlan plan = plan(request(STUDY).selection(Selection.PLAIN.by(discovery)));
    StudyPlan study = only(plan);

    assertThat(plan.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(List.of(study.series(), study.instances(), study.frames()))
        .containsExactly(3L, 8L, 12L);
    assertThat(study.framesUntold()).isEqualTo(discovery == Discovery.WADO ? 0 : 2);
  }

  @Test
  void itEstimatesTheRequestsThatARunThenMakes() throws Exception {
    DumpPlan plan = plan(request(STUDY));

    assertThat(plan.requests())
        .containsOnly(
            Map.entry(ResourceKind.STUDY_METADATA, 1L),
            Map.entry(ResourceKind.SERIES_METADATA, 3L),
            Map.entry(ResourceKind.INSTANCE_METADATA, 8L),
            Map.entry(ResourceKind.FRAME, 12L));
    assertThat(plan.allRequests()).isEqualTo(SMALL_RESOURCES - 1); // One bulk value is not told.
  }

  @Test
  void framesInBatchesAreFewerRequests() {
    Selection plain = Selection.PLAIN;
    Selection batches =
        new Selection(
            Set.of(Content.FRAMES),
            Set.of(),
            Set.of(),
            Set.of(),
            plain.format(),
            plain.bulkdata(),
            plain.discovery(),
            2);
    serve(SyntheticStudies.large(1, 3, 5));

    assertThat(plan(request(LARGE).selection(batches)).requests())
        .containsEntry(ResourceKind.FRAME, 9L);
  }

  @Test
  void whereFramesDoNotMatterOneSearchIsEnough() {
    DumpPlan plan =
        plan(
            request(STUDY)
                .selection(selection(Set.of(Content.INSTANCES), Set.of(), Set.of(), Set.of())));

    assertThat(only(plan).instances()).isEqualTo(8);
    assertThat(only(plan).framesUntold()).isEqualTo(8);
    assertThat(server.requests(any())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2.999.1.1, '', '', 1, 3",
    "'', 2.999.1.1.1, '', 3, 1",
    "'', '', SR, 1, 2",
    "'', '', XX, 0, 0",
    "2.999.7, '', '', 0, 0",
  })
  void onlyWhatIsSelectedCounts(
      String series, String instance, String modality, long expectedSeries, long expected) {
    DumpPlan plan =
        plan(
            request(STUDY)
                .selection(
                    selection(Content.PLAIN, uids(series), uids(instance), words(modality))));

    assertThat(only(plan).series()).isEqualTo(expectedSeries);
    assertThat(only(plan).instances()).isEqualTo(expected);
    assertThat(plan.verdict())
        .isEqualTo(expected > 0 ? DumpVerdict.COMPLETE : DumpVerdict.INCOMPLETE);
    assertThat(plan.unmatched()).hasSize(expected > 0 ? 0 : 1);
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text);
  }

  private static Set<Uid> uids(String text) {
    return text.isEmpty() ? Set.of() : Set.of(new Uid(text));
  }

  @Test
  void whatSearchesFindIsCountedBesideWhatIsNamed() {
    server.close();
    server =
        FakeDicomWebServer.builder()
            .study(SMALL)
            .study(SyntheticStudies.large(1, 2, 1))
            .searching(Searching.standard().pageLimit(1).withoutWarning())
            .start();
    DumpPlan plan = plan(request(STUDY).queries(List.of(StudyQuery.ALL)));

    assertThat(plan.studies()).extracting(StudyPlan::study).containsExactly(STUDY, LARGE);
    assertThat(plan.instances()).isEqualTo(10);
    assertThat(plan.requests()).containsEntry(ResourceKind.STUDIES_SEARCH, 3L);
  }

  @Test
  void aServerWithoutSearchesIsCountedByMetadata() {
    server.when(searches()).reply(Replies.status(404));

    assertThat(only(plan(request(STUDY))).frames()).isEqualTo(12);
  }

  @Test
  void aServerThatTellsNoInstancesTellsNoFrames() {
    server.when(pathMatches("/instances$")).reply(Replies.status(404));
    server.when(path("/studies/2.999.1/metadata")).reply(Replies.status(404));
    DumpPlan plan = plan(request(STUDY));

    assertThat(plan.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(only(plan).instances()).isEqualTo(8);
    assertThat(only(plan).framesUntold()).isEqualTo(8);
  }

  @Test
  void aStudyThatCannotBeCountedIsTold() {
    DumpPlan plan = plan(request(UNKNOWN, STUDY));

    assertThat(plan.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(plan.studies().get(0).problem()).isNotNull();
    assertThat(plan.instances()).isEqualTo(8);
    assertThat(plan(request(UNKNOWN)).verdict()).isEqualTo(DumpVerdict.FAILED);
  }

  @Test
  void metadataThatIsNoneCountsNothing() {
    server.when(searches()).reply(Replies.status(501));
    server
        .when(path("/studies/2.999.1/metadata"))
        .reply(Replies.status(200, "text/html", "<html>"));

    assertThat(plan(request(STUDY)).verdict()).isEqualTo(DumpVerdict.FAILED);
  }

  @Test
  void aServerThatIsNotThereCountsNothing() {
    server.when(any()).reply(Faults.reset());

    assertThat(plan(request(STUDY)).verdict()).isEqualTo(DumpVerdict.FAILED);
  }

  @Test
  void refusedCredentialsEndIt() {
    server.when(any()).reply(Replies.status(401));

    assertThatThrownBy(() -> plan(request(STUDY))).isInstanceOf(CredentialsRefusedException.class);
  }

  @Test
  void nothingFoundIsNothingToPlan() {
    assertThatThrownBy(() -> plan(request().queries(List.of(StudyQuery.parse("PatientID=nobody")))))
        .isInstanceOf(NothingFoundException.class);
  }

  @Test
  void anInterruptEndsIt() {
    DicomwebDump dump = dump(request(STUDY), heard);
    dump.interrupt();

    assertThat(dump.plan().verdict()).isEqualTo(DumpVerdict.FAILED);
  }

  @Test
  void theOptionsAreShownWithoutSecrets() {
    assertThat(plan(request(STUDY)).options())
        .containsEntry("concurrency", "1")
        .containsEntry("authorization", "none");
  }
}
