package dev.dicomwebdump.testkit.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What another implementation says of the files. */
class DcmtkTest {

  static Stream<SyntheticInstance> all() {
    return Stream.of(
            SyntheticStudies.small(),
            SyntheticStudies.phantom(),
            SyntheticStudies.movement(),
            SyntheticStudies.largePhantom())
        .flatMap(study -> study.instances().stream());
  }

  @BeforeAll
  static void dcmdumpIsInstalled() {
    String path = System.getenv("PATH");
    assumeTrue(
        path != null
            && Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "dcmdump"))),
        "dcmdump (package dcmtk) is not on the PATH: the files were not held against it");
  }

  @ParameterizedTest
  @MethodSource("all")
  void dcmdumpReadsTheFileWithoutAWarning(SyntheticInstance instance, @TempDir Path folder)
      throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("instance.dcm"), instance.p10());
    Process dcmdump =
        new ProcessBuilder("dcmdump", "+f", "-Un", file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(dcmdump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(dcmdump.waitFor()).as(said).isZero();
    assertThat(said).contains("[" + instance.uid() + "]").doesNotContain("W: ", "E: ");
  }
}
