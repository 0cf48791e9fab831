package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.pathMatches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --only-failed}: just what a list names is asked for. */
class OnlyFailedIT {
  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path temp;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @Tag("smoke")
  void theSameListIsReadAndWrittenUntilNothingIsMissing() throws Exception {
    server.when(pathMatches("2.999.1.2.2/frames/[23]$")).reply(Replies.status(404)).times(3);
    Path list = temp.resolve("failed.jsonl");
    Path folder = temp.resolve("dump");
    Dump first = Dump.of(server, study, folder, "-r", "0", "--failed", list.toString());
    assertThat(first.exitCode()).isEqualTo(3);
    server.clearRequests();

    assertThat(onlyFailed(list, folder).exitCode()).isEqualTo(3);
    assertThat(Files.readAllLines(list)).hasSize(1);
    assertThat(onlyFailed(list, folder).exitCode()).isZero();
    assertThat(list).isEmptyFile();
    assertThat(onlyFailed(list, folder).exitCode()).isZero();

    assertThat(server.requests()).hasSize(3);
    assertThat(Program.run("verify", folder.toString()).exitCode()).isZero();
    assertThat(new Schemas().errors(new DumpFolder(folder))).isEmpty();
  }

  @Test
  void aLineThatIsNoneIsWrongUsage() throws Exception {
    Path list = Files.writeString(temp.resolve("list"), "frame 7\n");

    Program.Result result = onlyFailed(list, temp.resolve("dump"));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.stderr()).hasLineCount(1).contains(list.toString(), "line 1: ");
    assertThat(temp.resolve("dump")).doesNotExist();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aListThatIsNotThereAndAListWithRestartAreWrongUsage() throws Exception {
    Path none = temp.resolve("none");

    assertThat(onlyFailed(none, temp.resolve("dump")).exitCode()).isEqualTo(2);
    assertThat(onlyFailed(none, temp.resolve("dump"), "--restart").stderr()).contains("--restart");
    assertThat(temp).isEmptyDirectory();
  }

  private Program.Result onlyFailed(Path list, Path folder, String... more) throws Exception {
    return Program.with("-w", server.rootUrl(), "-o", folder.toString(), "-r", "0")
        .and("--only-failed", list.toString())
        .and(more.length > 0 ? more : new String[] {"--failed", list.toString()})
        .run();
  }
}
