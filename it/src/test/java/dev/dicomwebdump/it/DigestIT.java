package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps whose files have another digest than SHA-256, or none. */
class DigestIT {
  private static final String FRAME = "2.999.1/series/2.999.1.1/instances/2.999.1.1.3/frames/2.bin";

  private final SyntheticStudy small = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(small);
  @TempDir private Path output;

  @AfterEach
  void close() {
    server.close();
  }

  private Dump dump(String digest, String... options) throws IOException, InterruptedException {
    return new Dump(
        Dump.invocation(server.rootUrl(), small.uid(), output)
            .and("--digest", digest, "-m")
            .and(options)
            .run(),
        new DumpFolder(output));
  }

  private Program.Result verify(String... options) throws IOException, InterruptedException {
    return Program.with("verify", output.toString()).and(options).run();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crc32c", "none"})
  void summaryAndVerifySayWhichProofRemains(String digest) throws Exception {
    Dump dump = dump(digest);

    assertThat(dump.exitCode()).isZero();
    assertThat(dump.result().stdout().lines()).anyMatch(line -> isTold(line, digest));
    assertThat(dump.folder().files()).noneMatch(file -> file.contains("SHA256SUMS"));
    assertThat(dump.folder().summary(small.uid()).at("/run/options/digest").textValue())
        .isEqualTo(digest);
    Program.Result verified = verify();
    assertThat(verified.exitCode()).isZero();
    assertThat(verified.stdout().lines()).hasSize(2).last().matches(line -> isTold(line, digest));
    assertThat(verify("--json").stdout())
        .contains("\"digest\": \"" + digest + "\"", "\"remains\": \"digest " + digest + ": ");
  }

  private static boolean isTold(String line, String digest) {
    return line.startsWith("digest " + digest + ": ") && line.contains("no SHA256SUMS");
  }

  @Test
  void aFlippedBitIsFoundByItsCrc() throws Exception {
    dump("crc32c");
    byte[] bytes = Files.readAllBytes(output.resolve(FRAME));
    bytes[0] ^= 1;
    Files.write(output.resolve(FRAME), bytes);

    Program.Result verified = verify();

    assertThat(verified.exitCode()).isEqualTo(4);
    assertThat(verified.stdout())
        .startsWith(FRAME + ": has not the CRC-32C that is recorded" + System.lineSeparator());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256", "crc32c", "none"})
  void theSameAgainGoesOnAndAsksForNothing(String digest) throws Exception {
    dump(digest);
    server.clearRequests();

    Dump again = dump(digest, "--recheck");

    assertThat(again.exitCode()).isZero();
    assertThat(server.requests()).isEmpty();
    assertThat(again.result().stderr().contains("only the length is checked"))
        .isEqualTo(digest.equals("none"));
  }

  @ParameterizedTest
  @CsvSource({"sha256, none", "crc32c, sha256"})
  void anotherDigestThanBeforeIsRefusedInOneLine(String then, String now) throws Exception {
    dump(then);

    Dump other = dump(now);

    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.result().stdout()).isEmpty();
    assertThat(other.result().stderr())
        .hasLineCount(1)
        .contains("--digest " + then, "--digest " + now, "--restart");
  }
}
