package dev.dicomwebdump.dump;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.archive.StudyVerdict;
import dev.dicomwebdump.credentials.FixedCredentials;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.transport.Proxies;
import dev.dicomwebdump.transport.TransportSettings;
import dev.dicomwebdump.transport.TransportSettingsBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DicomwebDumpTest extends RunOnFakeServer {

  @ParameterizedTest
  @CsvSource({"1, false", "1, true", "8, true"})
  void aWholeStudyIsDumpedAndCounted(int concurrency, boolean files) throws Exception {
    DicomwebDump dump =
        dump(
            request(STUDY)
                .concurrency(concurrency)
                .selection(files ? Selection.PLAIN.with(Content.INSTANCES) : Selection.PLAIN)
                .payloads(true),
            heard);
    DumpResult result = dump.run();
    int resources = SMALL_RESOURCES + (files ? 8 : 0);
    DumpState state = result.studies().get(0).dump();

    assertThat(result.end()).isEqualTo(RunEnd.FINISHED);
    assertThat(state.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(List.of(state.series(), state.instances(), state.frames()))
        .containsExactly(3L, 8L, 12L);
    assertThat(numbers(state, ResourceKind.STUDY_METADATA)).containsExactly(1L, 0L, 0L, 0L, 0L);
    assertThat(numbers(state, ResourceKind.SERIES_METADATA)).containsExactly(3L, 0L, 0L, 0L, 0L);
    assertThat(numbers(state, ResourceKind.INSTANCE_METADATA)).containsExactly(8L, 0L, 0L, 0L, 0L);
    assertThat(numbers(state, ResourceKind.FRAME)).containsExactly(12L, 0L, 0L, 0L, 0L);
    assertThat(counts(state, ResourceKind.INSTANCE).complete()).isEqualTo(files ? 8 : 0);
    assertThat(state.missing().groups()).isEmpty();
    assertThat(server.requests()).hasSize(resources);
    assertThat(heard.begun()).hasSize(resources).doesNotHaveDuplicates();
    assertThat(heard.ended(Outcome.COMPLETE)).containsExactlyInAnyOrderElementsOf(heard.begun());
    assertThat(dump.progress())
        .isEqualTo(new Progress(result.overall().run().bytes(), resources, resources, 0));
    dumped().assertSound(SMALL.uid());
  }

  @Test
  void bodiesAndPayloadsAreExactlyWhatTheServerHas() throws Exception {
    run(request(STUDY).selection(Selection.PLAIN.with(Content.INSTANCES)).payloads(true));

    for (SyntheticInstance instance : SMALL.instances()) {
      String place = instance.path().substring("/studies/".length());
      assertThat(dumped().bytes(place + "/_/" + instance.uid() + ".bin")).isEqualTo(instance.p10());
      for (int frame = 1; frame <= instance.numberOfFrames(); frame++) {
        assertThat(dumped().bytes(place + "/frames/" + frame + ".bin"))
            .isEqualTo(instance.frame(frame));
      }
    }
  }

  @Test
  void aLargerStudyIsDumpedByManyWorkers() throws Exception {
    serve(SyntheticStudies.large(3, 20, 2));
    DumpResult result = run(request(new Uid("2.999.2")).concurrency(8));

    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(heard.ended(Outcome.COMPLETE)).hasSize(1 + 3 + 60 + 120).doesNotHaveDuplicates();
    assertThat(server.greatestInFlight()).isLessThanOrEqualTo(8);
    dumped().assertSound("2.999.2");
  }

  @Test
  void compressedResponsesAreReadAndKept() throws Exception {
    server.when(any()).reply(Replies.gzip());
    DumpResult result = run(request(STUDY).compressed(true).payloads(true));

    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(server.requests()).allMatch(got -> "gzip".equals(got.header("Accept-Encoding")));
    assertThat(dumped().bytes(SMALL.uid() + "/metadata")).startsWith(0x1F, 0x8B);
  }

  /** The server stands for its proxy, so that no such name need be resolved. */
  @Test
  void aHostWithAnUnderscoreIsAServerLikeAnyOther() throws Exception {
    String root = "http://my_pacs/dicom-web";
    server.close();
    server = FakeDicomWebServer.builder().study(SMALL).prefix(root).start();
    String proxy = server.rootUrl().replace("http://", "").replace("my_pacs/dicom-web", "");
    server
        .when(path(SMALL.path() + "/metadata"))
        .times(1)
        .reply(Replies.redirect(302, "metadata?again"));
    DumpRequestBuilder request =
        new DumpRequestBuilder(DicomWebRoot.parse(root), temp.resolve("dump"))
            .studies(List.of(STUDY))
            .permissions(Permissions.UMASK)
            .credentials(FixedCredentials.of("Bearer tiger"))
            .selection(withoutBulkData())
            .transport(through(proxy));

    assertThat(run(request).overall().dump().verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(server.requests())
        .hasSize(SMALL_RESOURCES)
        .allMatch(got -> "Bearer tiger".equals(got.header("Authorization")))
        .allMatch(got -> "my_pacs".equals(got.header("Host")));
    assertThat(dumped().json(SMALL.uid() + "/metadata.dump.json").at("/request/url").textValue())
        .isEqualTo(root + SMALL.path() + "/metadata?again");
    dumped().assertSound(SMALL.uid());
  }

  private static TransportSettings through(String proxy) {
    return new TransportSettingsBuilder().proxies(Proxies.of(proxy, Map.of())).build();
  }

  /** The server does not know by which name it is asked: its BulkDataURIs lead nowhere. */
  private static Selection withoutBulkData() {
    Selection plain = Selection.PLAIN;
    return new Selection(
        Set.of(
            Content.METADATA, Content.SERIES_METADATA, Content.INSTANCE_METADATA, Content.FRAMES),
        plain.series(),
        plain.instances(),
        plain.modalities(),
        plain.format(),
        plain.bulkdata(),
        plain.discovery(),
        1);
  }

  @Test
  void aFailedResourceIsDataAndTheRunGoesOn() throws Exception {
    server
        .when(pathEndsWith("/frames/2"))
        .reply(Replies.status(404, "text/plain", "no such frame"));
    server.when(pathEndsWith("/frames/3")).reply(Faults.cutAfter(10));
    DicomwebDump dump = dump(request(STUDY), heard);
    DumpState state = dump.run().overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(numbers(state, ResourceKind.FRAME)).containsExactly(7L, 2L, 3L, 0L, 0L);
    assertThat(heard.ended(Outcome.FAILED)).hasSize(3).allMatch(path -> path.endsWith("/2"));
    assertThat(heard.ended(Outcome.INCOMPLETE)).hasSize(2).allMatch(path -> path.endsWith("/3"));
    assertThat(state.missing().groups()).hasSize(5);
    assertThat(dump.progress())
        .extracting(Progress::done, Progress::known, Progress::failures)
        .containsExactly((long) SMALL_RESOURCES, (long) SMALL_RESOURCES, 5L);
    dumped().assertSound(SMALL.uid());
  }

  @Test
  void anUnknownStudyIsOneFailureAmongSeveral() throws Exception {
    Uid unknown = new Uid("1.9");
    DumpResult result = run(request(unknown, STUDY).concurrency(2));
    DumpState state = result.overall().dump();

    assertThat(result.end()).isEqualTo(RunEnd.FINISHED);
    assertThat(state.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(((DumpState.AllStudies) state.extent()).studies())
        .extracting(StudyVerdict::study, StudyVerdict::verdict)
        .containsExactly(tuple(unknown, DumpVerdict.FAILED), tuple(STUDY, DumpVerdict.COMPLETE));
    dumped().assertSound("1.9");
    dumped().assertSound(SMALL.uid());
  }

  @Test
  void whereNoStudyIsKnownNothingCouldBeWalked() throws Exception {
    DumpState state = run(request(new Uid("1.9"))).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.FAILED);
    assertThat(state.missing().groups())
        .singleElement()
        .satisfies(group -> assertThat(group.problem().kind()).isEqualTo(Problem.Kind.STATUS));
  }

  @Test
  void metadataOfAnotherStudyIsNoStudy() throws Exception {
    serve(SMALL, SyntheticStudies.large(1, 1, 1));
    server
        .when(path("/studies/2.999.2/metadata"))
        .reply(Replies.redirect(302, server.rootUrl() + SMALL.path() + "/metadata"));

    assertThat(
            run(request(new Uid("2.999.2")).selection(Selection.PLAIN.by(Discovery.WADO)))
                .overall()
                .dump()
                .verdict())
        .isEqualTo(DumpVerdict.FAILED);
  }
}
