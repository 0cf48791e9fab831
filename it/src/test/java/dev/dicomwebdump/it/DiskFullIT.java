package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.dicom.InstanceTemplate.image;
import static dev.dicomwebdump.testkit.dicom.TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.instances;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where there is no room left: one clear line, nothing that is not true, and the rest later. */
@DisabledOnOs(OS.WINDOWS)
class DiskFullIT {
  private static final int ROOM = 2 << 20;

  /** Files may have 128 KiB, or twice that where the shell counts in larger blocks. */
  private static final List<String> SMALL_FILES =
      List.of("sh", "-c", "ulimit -f 256 && exec \"$@\"", "sh");

  @TempDir private Path temp;

  @Test
  void aDiskThatFillsWhileManyWriteLosesNothing() throws Exception {
    SyntheticStudy study = SyntheticStudies.small();
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(study);
        Volume volume = Volume.mount(Files.createDirectory(temp.resolve("disk")), ROOM)) {
      String[] options = {"-i", "-m", "-c", "8"};
      Undisturbed undisturbed = undisturbed(server, study, options);
      server.when(instances()).after(3).reply(leaving(volume, 2)).times(1);

      Program.Result full = dump(server, study, volume, "out", options).run();

      assertEnded(full, "No space left on device");
      DumpFolder folder = new DumpFolder(volume.path().resolve("out"));
      assertThat(undisturbed.assertTrue(folder)).isNotEmpty();
      volume.clear();
      assertCompletes(dump(server, study, volume, "out", options), volume.within(), "out");
      undisturbed.assertSame(folder);
    }
  }

  /** The last frame, its record, SHA256SUMS, the two summaries: each takes a block or more. */
  @Test
  void whicheverFileMeetsTheEndOfTheDiskNothingIsLost() throws Exception {
    SyntheticStudy study = SyntheticStudies.large(1, 1, 1);
    Set<String> unwritten = new TreeSet<>();
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(study);
        Volume volume = Volume.mount(Files.createDirectory(temp.resolve("disk")), ROOM)) {
      Undisturbed undisturbed = undisturbed(server, study);
      int exitCode = 5;
      for (int blocks = 0; exitCode != 0; blocks++) {
        String output = "out" + blocks;
        server.clearRules();
        server.when(frames()).reply(leaving(volume, blocks)).times(1);
        Program.Result full = dump(server, study, volume, output).run();
        exitCode = full.exitCode();
        DumpFolder folder = new DumpFolder(volume.path().resolve(output));
        undisturbed.assertTrue(folder);
        volume.clear();
        if (exitCode != 0) {
          assertEnded(full, "No space left on device");
          unwritten.add(full.stderr().replaceAll("(?s).*/([^/:]+?)(\\.tmp)?: .*", "$1"));
          assertCompletes(dump(server, study, volume, output), volume.within(), output);
          undisturbed.assertSame(folder);
        }
      }
    }
    assertThat(unwritten).contains("1", "1.dump.json", "SHA256SUMS", "summary.json");
  }

  @Test
  void aFileThatMayNotGrowIsToldAndHadLater() throws Exception {
    SyntheticStudy study =
        SyntheticStudy.builder("2.999.7")
            .series(image(EXPLICIT_VR_LITTLE_ENDIAN, 1, 1024, 1024))
            .build();
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(study)) {
      Undisturbed undisturbed = undisturbed(server, study);
      Path output = temp.resolve("out");

      Invocation dump = Dump.invocation(server.rootUrl(), study.uid(), output);
      assertEnded(dump.by(SMALL_FILES).run(), "File too large");

      DumpFolder folder = new DumpFolder(output);
      assertThat(undisturbed.assertTrue(folder)).hasSize(3);
      assertThat(Dump.of(server, study, output).exitCode()).isZero();
      assertThat(Program.run("verify", output.toString()).exitCode()).isZero();
      undisturbed.assertSame(folder);
    }
  }

  private Undisturbed undisturbed(
      FakeDicomWebServer server, SyntheticStudy study, String... options) throws Exception {
    Dump dump = Dump.of(server, study, temp.resolve("undisturbed"), options);
    assertThat(dump.exitCode()).isZero();
    return new Undisturbed(study.uid(), dump.folder());
  }

  /** The disk is full but for so many blocks when the answer comes. */
  private static Reply leaving(Volume volume, int blocks) {
    return (request, normal) -> {
      try {
        volume.leave(blocks);
        return normal;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private Invocation dump(
      FakeDicomWebServer server,
      SyntheticStudy study,
      Volume volume,
      String output,
      String... options) {
    Path place = temp.resolve("disk").resolve(output);
    return Dump.invocation(server.rootUrl(), study.uid(), place).and(options).by(volume.within());
  }

  private static void assertEnded(Program.Result full, String reason) {
    assertThat(full.exitCode()).as(full.toString()).isEqualTo(5);
    assertThat(full.stderr())
        .startsWith("dicomweb-dump: cannot write ")
        .contains(reason)
        .doesNotContain("Exception")
        .hasLineCount(1);
  }

  private void assertCompletes(Invocation dump, List<String> within, String output)
      throws Exception {
    Program.Result again = dump.run();
    assertThat(again.exitCode()).as(again.toString()).isZero();
    Path place = temp.resolve("disk").resolve(output);
    Program.Result verified = Program.with("verify", place.toString()).by(within).run();
    assertThat(verified.exitCode()).as(verified.toString()).isZero();
  }
}
