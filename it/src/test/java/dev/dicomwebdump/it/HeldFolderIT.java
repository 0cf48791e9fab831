package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that another dump has, or holds. */
class HeldFolderIT {
  private final SyntheticStudy small = SyntheticStudies.small();
  private final SyntheticStudy large = SyntheticStudies.large(1, 2, 1);
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(small, large);
  @TempDir private Path output;

  /** A file as it must stay. */
  private record State(String sha256, String modified, String modes) {}

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aStudyThatIsThereWholeCostsNoRequestAndIsNotTouched() throws Exception {
    DumpFolder folder = Dump.of(server, small, output).folder();
    Map<String, State> before = states(folder);
    server.clearRequests();

    Dump again = Dump.of(server, small, output);

    assertThat(again.exitCode()).isZero();
    assertThat(server.requests()).isEmpty();
    assertThat(withoutOwnFiles(states(folder))).isEqualTo(withoutOwnFiles(before));
  }

  @Test
  void aStudyOfAnotherServerIsRefusedAndNotTouched() throws Exception {
    DumpFolder folder = Dump.of(server, small, output).folder();
    Map<String, State> before = withoutOwnFiles(states(folder));

    try (FakeDicomWebServer other = FakeDicomWebServer.serving(small)) {
      assertRefused(Dump.of(other, small, output));
    }

    assertThat(withoutOwnFiles(states(folder))).isEqualTo(before);
  }

  @Test
  void anotherStudyGoesBesideIt() throws Exception {
    DumpFolder folder = Dump.of(server, small, output).folder();
    byte[] sums = folder.bytes("2.999.1/_dump/SHA256SUMS");

    Dump other = Dump.of(server, large, output);

    assertThat(other.exitCode()).isZero();
    assertThat(folder.bytes("2.999.1/_dump/SHA256SUMS")).isEqualTo(sums);
    assertThat(folder.summary(large.uid()).at("/dump/verdict").textValue()).isEqualTo("complete");
  }

  @Test
  void theSummaryOfTheFolderTellsOfAllThatTheFolderHolds() throws Exception {
    Dump.of(server, small, output);

    DumpFolder folder = Dump.of(server, large, output).folder();

    assertThat(folder.summary().at("/dump/studies"))
        .extracting(study -> study.get("study").textValue())
        .containsExactlyInAnyOrder(small.uid(), large.uid());
  }

  @Test
  void aFolderIntoWhichAnotherRunWritesIsRefused() throws Exception {
    server.when(frames()).reply(Faults.stall());
    try (RunningProgram holder = Dump.invocation(server.rootUrl(), small.uid(), output).start()) {
      server.awaitRequests(frames(), 1);
      DumpFolder folder = new DumpFolder(output);
      Map<String, State> before = states(folder);

      Dump second = Dump.of(server, large, output);

      assertRefused(second);
      assertThat(states(folder)).isEqualTo(before);
      assertThat(holder.isAlive()).isTrue();
    }
  }

  @Test
  void aLockThatNobodyHoldsIsNoHindrance() throws Exception {
    server.when(frames()).reply(Faults.stall()).times(1);
    try (RunningProgram killed = Dump.invocation(server.rootUrl(), small.uid(), output).start()) {
      server.awaitRequests(frames(), 1);
      killed.signal("KILL");
      assertThat(killed.awaitEnd().exitCode()).isEqualTo(137);
    }

    assertThat(Dump.of(server, large, output).exitCode()).isZero();
  }

  private static Map<String, State> withoutOwnFiles(Map<String, State> states) {
    Map<String, State> others = new TreeMap<>(states);
    others.keySet().removeIf(file -> file.contains("_dump/"));
    return others;
  }

  private static void assertRefused(Dump dump) {
    assertThat(dump.exitCode()).isEqualTo(2);
    assertThat(dump.result().stdout()).isEmpty();
    assertThat(dump.result().stderr()).hasLineCount(1).doesNotContain("Exception");
  }

  private static Map<String, State> states(DumpFolder folder) throws IOException {
    Map<String, State> states = new TreeMap<>();
    for (String file : folder.files()) {
      Path path = folder.path(file);
      states.put(
          file,
          new State(
              Digests.sha256(folder.bytes(file)),
              Files.getLastModifiedTime(path).toString(),
              Files.getPosixFilePermissions(path).toString()));
    }
    return states;
  }
}
