package dev.dicomwebdump.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.RequestMatch;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in the dumps of servers that deviate or fail. */
class VerifierOfServersTest {

  private static final String INSTANCE = "2.999.1/series/2.999.1.1/instances/2.999.1.1.3/";
  private static final String RESOURCE = "/studies/2.999.1/series/2.999.1.1/instances/2.999.1.1.3";

  @TempDir Path folder;

  private TestDump dump(SyntheticStudy study, Consumer<FakeDicomWebServer> rules)
      throws InterruptedException {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(study)) {
      rules.accept(server);
      return TestDump.of(server, study.uid(), folder);
    }
  }

  @Test
  void whatIsCompressedIsProvenDecompressed() throws Exception {
    TestDump dump =
        dump(
            SyntheticStudies.small(),
            server -> server.when(RequestMatch.any()).reply(Replies.gzip()));

    assertThat(dump.findings()).isEmpty();
    dump.flip(INSTANCE + "frames/2", 12);
    assertThat(dump.findings())
        .containsExactly(INSTANCE + "frames/2: has not the SHA-256 that is recorded");
  }

  @Test
  void thePayloadOfAWholeBodyIsHeldAgainstTheBody() throws Exception {
    TestDump dump =
        dump(
            SyntheticStudies.small(),
            server -> server.when(RequestMatch.frames()).reply(Replies.singlePart()));

    assertThat(dump.findings()).isEmpty();
    dump.flip(INSTANCE + "frames/2.bin", 0);
    dump.delete(INSTANCE + "frames/1.bin");
    assertThat(dump.findings())
        .containsExactly(
            INSTANCE + "frames/1.bin: is not there, but recorded",
            INSTANCE + "frames/2.bin: has not the SHA-256 that is recorded");
  }

  @Test
  void aFailureIsOneFinding() throws Exception {
    TestDump dump =
        dump(
            SyntheticStudies.small(),
            server ->
                server
                    .when(RequestMatch.path(RESOURCE + "/frames/2"))
                    .reply(Replies.status(404, "text/plain", "gone")));

    assertThat(dump.findings())
        .singleElement()
        .asString()
        .startsWith(INSTANCE + "frames/2.dump.json: is the record of what is failed: 404");
  }

  @Test
  void aLevelThatTheServerDoesNotHaveIsNotMissing() throws Exception {
    TestDump dump =
        dump(
            SyntheticStudies.large(1, 12, 2),
            server ->
                server
                    .when(RequestMatch.pathMatches("/instances/.*/metadata$"))
                    .reply(Replies.status(404)));

    assertThat(dump.findings()).isEmpty();
    dump.delete("2.999.2/series/2.999.2.1/instances/2.999.2.1.12/frames/2.dump.json");
    assertThat(dump.findings())
        .contains(
            "2.999.2/series/2.999.2.1/instances/2.999.2.1.12/frames: of 2 frames have no record: 2");
  }
}
