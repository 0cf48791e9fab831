package dev.dicomwebdump.dump;

import static dev.dicomwebdump.testkit.server.RequestMatch.bulkData;
import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathMatches;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.MissingGroup;
import dev.dicomwebdump.credentials.FixedCredentials;
import dev.dicomwebdump.dump.BulkDataOptions.Choice;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.verify.Finding;
import dev.dicomwebdump.verify.Verifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked for when not all is wanted. The study has 3 series, 8 instances, 12 frames. */
class SelectionRunTest extends RunOnFakeServer {

  @ParameterizedTest
  @CsvSource({
    "METADATA, 1",
    "SERIES_METADATA, 1 + 3",
    "INSTANCE_METADATA, 1 + 8",
    "FRAMES, 1 + 12",
    "INSTANCES, 1 + 8",
    "SERIES_INSTANCES, 1 + 3",
    "STUDY_INSTANCES, 1 + 1",
    "BULKDATA, 1 + 1",
    "RENDERED, 1 + 6 + 9",
  })
  void eachKindCostsItsOwnRequestsAndStudyMetadata(Content only, String requests) throws Exception {
    DumpState state = run(request(STUDY).selection(only(only))).overall().dump();

    assertThat(server.requests()).hasSize(sum(requests));
    assertThat(state.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(List.of(state.series(), state.instances(), state.frames()))
        .containsExactly(3L, 8L, 12L);
    assertSound();
  }

  @Test
  void aSecondRunWithOtherKindsKeepsTheFirstOnesInTheBooks() throws Exception {
    run(request(STUDY).selection(only(Content.FRAMES, Content.STUDY_INSTANCES)));
    run(request(STUDY).selection(only(Content.BULKDATA)));

    assertThat(server.requests()).hasSize(1 + 12 + 1 + 1);
    dumped().assertSound(SMALL.uid());
    assertSound();
  }

  @Test
  void allBulkDataIsThatOfPixelsToo() throws Exception {
    DumpState state =
        run(request(STUDY).selection(bulk(Choice.ALL, false)).payloads(true)).overall().dump();
    long values = SMALL.instances().stream().mapToLong(one -> one.bulkData().size()).sum();

    assertThat(counts(state, ResourceKind.BULKDATA).complete()).isEqualTo(values);
    for (SyntheticInstance instance : SMALL.instances()) {
      for (var value : instance.bulkData().entrySet()) {
        String file =
            instance.path().substring("/studies/".length()) + "/bulkdata/" + value.getKey();
        assertThat(temp.resolve("dump/" + file + ".bin")).hasBinaryContent(value.getValue());
      }
    }
  }

  @Test
  void aValueOnAnotherHostIsAFailureThatIsNotAskedFor() throws Exception {
    String elsewhere = "http://other.example/x?sig=geheim";
    lead(elsewhere);
    DumpState state = run(request(STUDY).selection(bulk(Choice.NO_PIXEL, false))).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(state.missing().groups())
        .extracting(MissingGroup::kind, group -> group.problem().kind())
        .containsExactly(tuple(ResourceKind.BULKDATA, Problem.Kind.ADDRESS));
    assertThat(state.missing().groups().get(0).problem().message())
        .contains("other.example")
        .doesNotContain("geheim");
    assertThat(server.requests(bulkData())).isEmpty();
  }

  @Test
  void anAllowedHostSeesNoCredentialsAndItsSignatureIsNotRecorded() throws Exception {
    try (FakeDicomWebServer other = FakeDicomWebServer.serving(SMALL)) {
      lead(other.rootUrl() + SMALL.instances().get(7).path() + "/bulkdata/00420011?sig=geheim");
      String host = URI.create(other.rootUrl()).getAuthority();
      BulkDataOptions bulk = new BulkDataOptions(Choice.NO_PIXEL, Set.of(host), false);
      run(
          request(STUDY)
              .selection(with(EnumSet.of(Content.BULKDATA), bulk, 1))
              .credentials(FixedCredentials.of("Bearer tiger")));

      assertThat(other.requests())
          .hasSize(1)
          .allMatch(got -> "sig=geheim".equals(got.query()))
          .allMatch(got -> got.header("Authorization") == null);
      assertThat(server.requests())
          .allMatch(got -> "Bearer tiger".equals(got.header("Authorization")));
    }
    try (Stream<Path> files = Files.walk(temp)) {
      assertThat(files.filter(Files::isRegularFile).filter(file -> !file.endsWith("metadata")))
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("geheim", "tiger"));
    }
  }

  @Test
  void anOriginThatIsRewrittenIsTheServersOwn() throws Exception {
    String document = SMALL.instances().get(7).path() + "/bulkdata/00420011";
    lead("http://10.255.255.1:1/dicom-web" + document);
    DumpState state = run(request(STUDY).selection(bulk(Choice.NO_PIXEL, true))).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(server.requests(bulkData())).hasSize(1);
    String file = document.substring("/studies/".length()) + ".dump.json";
    assertThat(dumped().json(file).at("/_dicomweb/resource/uri").asText())
        .isEqualTo("http://10.255.255.1:1/dicom-web" + document);
  }

  @Test
  void whatDoesNotComeWithTheStudyIsAskedForAlone() throws Exception {
    server
        .when(path(SMALL.path()))
        .reply(Replies.redirect(302, server.rootUrl() + SMALL.series().get(1).path()));
    DumpState state =
        run(request(STUDY).selection(only(Content.STUDY_INSTANCES)).payloads(true))
            .overall()
            .dump();

    assertThat(counts(state, ResourceKind.INSTANCE).complete()).isEqualTo(5);
    assertThat(state.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    for (SyntheticInstance instance : SMALL.instances()) {
      String file = instance.path().substring("/studies/".length()) + "/_/" + instance.uid();
      assertThat(temp.resolve("dump/" + file + ".bin")).hasBinaryContent(instance.p10());
    }
    assertSound();
  }

  @ParameterizedTest
  @CsvSource({"2, 8", "50, 6"})
  void framesComeSeveralAtOnce(int most, int requests) throws Exception {
    DumpState state = run(request(STUDY).selection(frames(most)).payloads(true)).overall().dump();

    assertThat(server.requests()).hasSize(1 + requests);
    assertThat(numbers(state, ResourceKind.FRAME)).containsExactly(12L, 0L, 0L, 0L, 0L);
    for (SyntheticInstance instance : SMALL.instances()) {
      for (int frame = 1; frame <= instance.numberOfFrames(); frame++) {
        String file = instance.path().substring("/studies/".length()) + "/frames/" + frame;
        assertThat(temp.resolve("dump/" + file + ".bin")).hasBinaryContent(instance.frame(frame));
      }
    }
    assertSound();
    server.clearRequests();
    run(request(STUDY).selection(frames(1)));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aServerThatTakesNoListsIsAskedForEachFrame() throws Exception {
    server.when(pathMatches("/frames/[0-9]+,")).reply(Replies.status(400, "text/plain", "one"));
    DumpState state = run(request(STUDY).selection(frames(50))).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(numbers(state, ResourceKind.FRAME)).containsExactly(12L, 0L, 0L, 0L, 0L);
    assertThat(state.notes())
        .containsEntry("the server did not give several frames at once as it should", 3L);
    assertSound();
  }

  @ParameterizedTest
  @CsvSource({"2.999.1.2, '', 1 + 7", "'', 2.999.1.2.2, 1 + 4", "2.999.1.1, 2.999.1.2.2, 1"})
  void onlySomeSeriesAndInstancesAreWalked(String series, String instance, String requests)
      throws Exception {
    Selection some =
        new Selection(
            Set.of(Content.FRAMES),
            uids(series),
            uids(instance),
            Set.of(),
            MetadataFormat.JSON,
            BulkDataOptions.DEFAULTS,
            Discovery.AUTO,
            1);
    run(request(STUDY).selection(some));

    assertThat(server.requests()).hasSize(sum(requests));
    assertSound();
  }

  @Test
  void onlySomeModalitiesAreWalked() throws Exception {
    Selection documents =
        new Selection(
            Set.of(Content.INSTANCES),
            Set.of(),
            Set.of(),
            Set.of("SR"),
            MetadataFormat.JSON,
            BulkDataOptions.DEFAULTS,
            Discovery.AUTO,
            1);
    DumpState state = run(request(STUDY).selection(documents)).overall().dump();

    assertThat(state.series()).isEqualTo(1);
    assertThat(server.requests()).hasSize(1 + 2);
    assertSound();
  }

  @Test
  void searchesNameWhatMustBeThere() throws Exception {
    run(request(STUDY).selection(only(Content.INSTANCE_METADATA).by(Discovery.QIDO)));
    assertSound();

    String lost = SMALL.instances().get(4).path().substring("/studies/".length()) + "/metadata";
    Files.delete(temp.resolve("dump/" + lost + ".dump.json"));
    assertThat(findings())
        .anyMatch(line -> line.startsWith(lost + ".dump.json: is not there, but metadata names"));
  }

  private void lead(String elsewhere) {
    String old = SMALL.instances().get(7).path() + "/bulkdata/00420011";
    String metadata =
        SMALL.instances().stream()
            .map(one -> one.dicomJson(server.rootUrl()))
            .collect(Collectors.joining(",", "[", "]"));
    server
        .when(pathEndsWith(SMALL.uid() + "/metadata"))
        .reply(
            Replies.status(
                200,
                "application/dicom+json",
                metadata.replace(server.rootUrl() + old, elsewhere)));
  }

  private void assertSound() throws Exception {
    assertThat(findings()).isEmpty();
  }

  private List<String> findings() throws Exception {
    List<String> findings = new ArrayList<>();
    new Verifier(temp.resolve("dump"), (Finding finding) -> findings.add(finding.toString())).run();
    return findings;
  }

  private static Selection only(Content first, Content... more) {
    return with(EnumSet.of(first, more), BulkDataOptions.DEFAULTS, 1);
  }

  private static Selection frames(int most) {
    return with(EnumSet.of(Content.FRAMES), BulkDataOptions.DEFAULTS, most);
  }

  private static Selection bulk(Choice choice, boolean rewrite) {
    return with(EnumSet.of(Content.BULKDATA), new BulkDataOptions(choice, Set.of(), rewrite), 1);
  }

  private static Selection with(Set<Content> contents, BulkDataOptions bulk, int frames) {
    return new Selection(
        contents, Set.of(), Set.of(), Set.of(), MetadataFormat.JSON, bulk, Discovery.AUTO, frames);
  }

  private static Set<Uid> uids(String uid) {
    return uid.isEmpty() ? Set.of() : Set.of(new Uid(uid));
  }

  private static int sum(String terms) {
    return Stream.of(terms.split(" \\+ ")).mapToInt(Integer::parseInt).sum();
  }
}
