package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.RequestMatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says, and where. */
class OutputIT {
  private final SyntheticStudy small = SyntheticStudies.small();
  private final SyntheticStudy large = SyntheticStudies.large(1, 100, 1);
  @TempDir private Path temp;

  @Test
  @Tag("smoke")
  void quietSaysNothing() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(small)) {
      Dump dump = Dump.of(server, small, output(), "-q");

      assertThat(dump.result()).isEqualTo(new Program.Result(0, "", ""));
    }
  }

  @Test
  void jsonIsTheSummaryEvenWhenQuiet() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(small)) {
      Dump dump = Dump.of(server, small, output(), "-q", "--json");

      assertThat(dump.exitCode()).isZero();
      assertThat(new ObjectMapper().readTree(dump.result().stdout()))
          .isEqualTo(dump.folder().summary());
      assertThat(dump.result().stderr()).isEmpty();
    }
  }

  @Test
  void manyRequestsOneAtATimeEndWithAHint() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(large)) {
      Dump dump = Dump.of(server, large, output());

      assertThat(dump.exitCode()).isZero();
      assertThat(server.requests()).hasSize(202);
      // Before it there may be a line of progress, where the machine is slow.
      assertThat(dump.result().stderr().lines().reduce("", (before, line) -> line))
          .contains("hint", "-c");
    }
  }

  @Test
  void manyRequestsSeveralAtATimeEndWithoutHint() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(large)) {
      Program.Result result =
          Dump.invocation(server.rootUrl(), large.uid(), output())
              .environment("DICOMWEB_CONCURRENCY", "4")
              .run();

      assertThat(result.exitCode()).isZero();
      assertThat(result.stderr()).isEmpty();
    }
  }

  @Test
  void theConcurrencyComesFromTheEnvironmentUnlessTheOptionSaysOtherwise() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(large)) {
      server.holdUntilInFlight(RequestMatch.frames(), 3);
      Program.Result result =
          Dump.invocation(server.rootUrl(), large.uid(), output())
              .environment("DICOMWEB_CONCURRENCY", "8")
              .and("-c", "3")
              .run();

      assertThat(result.exitCode()).isZero();
      assertThat(server.greatestInFlight()).isEqualTo(3);
    }
  }

  @Test
  void progressForMachinesIsOneJsonObjectALine() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(small)) {
      server.when(RequestMatch.pathEndsWith("/frames/4")).reply(Faults.stall()).times(1);
      Dump dump =
          Dump.of(server, small, output(), "--progress", "json", "--first-byte-timeout", "2500ms");

      assertThat(dump.exitCode()).isZero();
      List<String> lines = dump.result().stderr().lines().toList();
      assertThat(lines).isNotEmpty();
      for (String line : lines) {
        JsonNode progress = new ObjectMapper().readTree(line);
        assertThat(progress.fieldNames())
            .toIterable()
            .contains("bytes", "done", "known", "failures");
      }
    }
  }

  @Test
  void noProgressSaysNothingButTheSummary() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(small)) {
      Dump dump = Dump.of(server, small, output(), "--progress", "none");

      assertThat(dump.result().stdout()).isNotEmpty();
      assertThat(dump.result().stderr()).isEmpty();
    }
  }

  @Test
  void filesAreTheOwnersAlone() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(small)) {
      DumpFolder folder = Dump.of(server, small, output(), "-i", "-m").folder();

      for (String file : folder.files()) {
        assertThat(modes(folder.path(file))).as(file).isEqualTo("rw-------");
        assertThat(modes(folder.path(file).resolveSibling("."))).as(file).isEqualTo("rwx------");
      }
    }
  }

  @Test
  void filesFollowTheUmaskWhenAsked() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(small)) {
      Path usual = Files.createFile(temp.resolve("usual"));

      DumpFolder folder = Dump.of(server, small, output(), "--permissions", "umask").folder();

      assertThat(modes(folder.path("2.999.1/metadata"))).isEqualTo(modes(usual));
    }
  }

  private Path output() {
    return temp.resolve("out");
  }

  private static String modes(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
