package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the capture that {@code demo} serves, as {@code make demo-capture}: two synthetic studies
 * as a real server gives them. No test run includes it.
 */
class DemoCaptureMaker {
  private static final Path CAPTURE =
      Program.REPOSITORY.resolve("cli/src/main/resources/dev/dicomwebdump/cli/demo.zip");
  private static final String CONTENTS =
      "metadata,series-metadata,instance-metadata,frames,instances,bulkdata,qido";
  private static final int LARGEST = 1_500_000;

  private final List<SyntheticStudy> studies =
      List.of(SyntheticStudies.phantom(), SyntheticStudies.movement());
  @TempDir private Path temp;

  @Test
  void makesTheCapture() throws Exception {
    DumpFolder dump = new DumpFolder(temp.resolve("dump"));
    try (Orthanc orthanc = new Orthanc(Files.createDirectory(temp.resolve("orthanc")))) {
      for (SyntheticStudy study : studies) {
        load(orthanc, study);
        Program.Result result =
            Dump.invocation(orthanc.rootUrl(), study.uid(), temp.resolve("dump"))
                .and("--only", CONTENTS, "--bulkdata", "all")
                .run();
        assertThat(result.exitCode()).as(result.stderr()).isZero();
      }
    }
    assertThat(Program.run("verify", dump.toString()).exitCode()).isZero();
    assertNamesNothingOfThisMachine(dump);

    Path packed = pack(dump);

    assertThat(Files.size(packed)).isLessThan(LARGEST);
    Files.createDirectories(CAPTURE.getParent());
    Files.move(packed, CAPTURE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void load(Orthanc orthanc, SyntheticStudy study) throws Exception {
    for (SyntheticInstance instance : study.instances()) {
      assertThat(orthanc.store(instance.p10())).isTrue();
    }
  }

  private void assertNamesNothingOfThisMachine(DumpFolder dump) throws IOException {
    String host = Files.readString(Path.of("/etc/hostname")).strip();
    for (String file : dump.files()) {
      assertThat(new String(dump.bytes(file), StandardCharsets.ISO_8859_1))
          .as(file)
          .doesNotContain(temp.toString(), host, System.getProperty("user.home"));
    }
  }

  /** What a server needs; summaries and sums tell of the run that made it. */
  private Path pack(DumpFolder dump) throws IOException {
    Path packed = temp.resolve("demo.zip");
    try (ZipOutputStream files = new ZipOutputStream(Files.newOutputStream(packed))) {
      for (String name : dump.files()) {
        if (!name.contains("_dump/")) {
          ZipEntry file = new ZipEntry(name);
          file.setTimeLocal(LocalDateTime.of(2026, 1, 1, 12, 0));
          files.putNextEntry(file);
          files.write(dump.bytes(name));
          files.closeEntry();
        }
      }
    }
    return packed;
  }
}
