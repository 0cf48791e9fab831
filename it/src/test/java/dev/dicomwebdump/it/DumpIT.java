package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.ReceivedRequest;
import dev.dicomwebdump.testkit.server.RequestMatch;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A dump of the small study to which nothing happens. */
@Tag("smoke")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DumpIT {
  private static final String CHECK_SUMS = "sha256sum -c --strict --quiet _dump/SHA256SUMS";

  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  private final Dump dump;
  private final DumpFolder folder;
  private final List<ReceivedRequest> requests;

  DumpIT(@TempDir Path output) throws Exception {
    dump = Dump.of(server, study, output, "-i", "-m");
    folder = dump.folder();
    requests = server.requests();
  }

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void isCompleteAndSaysSo() throws Exception {
    assertThat(dump.exitCode()).isZero();
    assertThat(dump.result().stdout()).contains("complete").doesNotContainIgnoringCase("not compl");
    assertThat(dump.result().stderr()).isEmpty();
    JsonNode summary = folder.summary();
    assertThat(summary.at("/dump/verdict").textValue()).isEqualTo("complete");
    assertThat(summary.at("/dump/instances").intValue()).isEqualTo(8);
    assertThat(summary.at("/dump/frames").intValue()).isEqualTo(12);
    assertThat(summary.at("/run/requests").intValue()).isEqualTo(Expected.of(study).size());
    assertThat(summary.at("/run/end").textValue()).isEqualTo("finished");
  }

  @Test
  void writesTheFilesOfTheFormatAndNoOther() throws Exception {
    Set<String> expected = new TreeSet<>(Set.of("_dump/lock", "_dump/summary.json"));
    expected.addAll(Set.of("2.999.1/_dump/SHA256SUMS", "2.999.1/_dump/summary.json"));
    for (Expected resource : Expected.of(study)) {
      expected.add(resource.file());
      expected.add(resource.file() + ".dump.json");
      if (resource.payload() != null) {
        expected.add(resource.file() + ".bin");
      }
    }
    assertThat(folder.files()).isEqualTo(expected);
  }

  @Test
  void splitsNothingAndFetchesNoFilesUnlessAsked(@TempDir Path output) throws Exception {
    server.clearRequests();

    Dump plain = Dump.of(server, study, output);

    assertThat(plain.exitCode()).isZero();
    assertThat(plain.folder().files()).noneMatch(file -> file.matches(".*\\.bin|.*/_/.*"));
    assertThat(server.requests()).hasSize(Expected.of(study).size() - 8);
    assertThat(server.requests(RequestMatch.instances())).isEmpty();
  }

  @Test
  void keepsBodiesAndPayloadsByteForByte() throws Exception {
    for (Expected resource : Expected.of(study)) {
      assertThat(folder.bytes(resource.file()))
          .as(resource.file())
          .isEqualTo(Served.body(server, resource));
      if (resource.payload() != null) {
        assertThat(folder.bytes(resource.file() + ".bin"))
            .as(resource.file() + ".bin")
            .isEqualTo(resource.payload().get());
      }
    }
  }

  @Test
  void asksForEachResourceOnceAndForEachInstanceUnderItsOwnSeriesOnly() throws Exception {
    assertThat(requests)
        .extracting(ReceivedRequest::path, ReceivedRequest::accept)
        .containsExactlyInAnyOrderElementsOf(
            Expected.of(study).stream()
                .map(resource -> tuple(resource.path(), resource.accept()))
                .toList());
    assertThat(requests)
        .allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"))
        .allSatisfy(request -> assertThat(request.header("Accept-Encoding")).isEqualTo("identity"));
  }

  @Test
  void recordsWhatWasAskedAndWhatCame() throws Exception {
    assertThat(folder.records()).hasSize(Expected.of(study).size());
    for (Expected resource : Expected.of(study)) {
      JsonNode record = folder.record(resource.file());
      byte[] body = folder.bytes(resource.file());
      assertThat(record.at("/request/url").textValue())
          .isEqualTo(server.url(resource.path()).toString());
      assertThat(record.at("/response/status").intValue()).isEqualTo(200);
      assertThat(record.at("/response/bodySize").intValue()).isEqualTo(body.length);
      assertThat(record.at("/_dicomweb/outcome").textValue()).isEqualTo("complete");
      assertThat(record.at("/_dicomweb/problem").isNull()).isTrue();
      assertThat(record.at("/_dicomweb/body/sha256").textValue()).isEqualTo(Digests.sha256(body));
      assertThat(record.at("/_dicomweb/earlier")).isEmpty();
    }
  }

  @Test
  void recordsWhereThePayloadLies() throws Exception {
    for (Expected resource : Expected.of(study)) {
      if (resource.payload() != null) {
        JsonNode part = folder.record(resource.file()).at("/_dicomweb/multipart/parts/0");
        byte[] payload = resource.payload().get();
        int offset = part.get("offset").intValue();
        int end = offset + part.get("length").intValue();
        assertThat(Arrays.copyOfRange(folder.bytes(resource.file()), offset, end))
            .isEqualTo(payload);
        assertThat(part.get("sha256").textValue()).isEqualTo(Digests.sha256(payload));
      }
    }
  }

  @Test
  void sumsHoldForAllFilesButItsOwn() throws Exception {
    Map<String, String> sums = folder.sums(study.uid());
    List<String> files =
        folder.files().stream()
            .filter(file -> !file.contains("_dump/"))
            .map(file -> file.substring(study.uid().length() + 1))
            .toList();
    assertThat(sums.keySet()).containsExactlyInAnyOrderElementsOf(files);
    assertThat(sums)
        .allSatisfy(
            (file, sum) ->
                assertThat(Digests.sha256(folder.bytes(study.uid() + "/" + file))).isEqualTo(sum));
  }

  @Test
  void sha256sumAcceptsTheSums() throws Exception {
    assumeTrue(Tools.isOnPath("sha256sum"), "there is no sha256sum here");
    String studyFolder = folder.path(study.uid()).toString();

    Program.Result check =
        new Invocation(Path.of("sh"), "-c", "cd '" + studyFolder + "' && " + CHECK_SUMS).run();

    assertThat(check).isEqualTo(new Program.Result(0, "", ""));
  }
}
