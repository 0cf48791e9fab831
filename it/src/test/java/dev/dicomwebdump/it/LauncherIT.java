package dev.dicomwebdump.it;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("smoke")
class LauncherIT {
  private static final String VERSION = System.getProperty("dicomwebdump.version");

  @Test
  void versionGoesToStdoutAndNothingElseIsSaid() throws Exception {
    Program.Result result = Program.run("--version");

    assertThat(result)
        .isEqualTo(new Program.Result(0, "dicomweb-dump " + VERSION + System.lineSeparator(), ""));
  }

  @Test
  void anUnknownOptionIsWrongUsage() throws Exception {
    Program.Result result = Program.run("--no-such-option");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.stdout()).isEmpty();
    assertThat(result.stderr()).contains("--no-such-option");
  }

  @Test
  void runsThroughSymbolicLinksInAFolderWithBlanks(@TempDir Path folder) throws Exception {
    Path moved = folder.resolve("with blanks");
    copy(Program.DISTRIBUTION, moved);
    Files.createSymbolicLink(folder.resolve("a"), moved.resolve("bin/dicomweb-dump"));
    Path link = Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));

    Program.Result result = Program.run(link, Map.of(), "--version");

    assertThat(result.stdout()).contains(VERSION);
    assertThat(result.stderr()).isEmpty();
  }

  @Test
  void aJavaHomeWithoutJavaIsPassedOverWithAWord(@TempDir Path empty) throws Exception {
    Program.Result result = run(Map.of("JAVA_HOME", empty.toString()));

    assertThat(result.exitCode()).isZero();
    assertThat(result.stdout()).contains(VERSION);
    assertThat(result.stderr()).contains("JAVA_HOME", empty.toString()).hasLineCount(1);
  }

  @Test
  void aCollectorOfTheUsersReplacesOurs() throws Exception {
    Program.Result result = run(Map.of("DICOMWEB_DUMP_OPTS", "-XX:+UseParallelGC -Xmx64m"));

    assertThat(result.exitCode()).isZero();
    assertThat(result.stderr()).isEmpty();
  }

  private static Program.Result run(Map<String, String> environment)
      throws IOException, InterruptedException {
    return Program.run(Program.DISTRIBUTION.resolve("bin/dicomweb-dump"), environment, "--version");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file)), COPY_ATTRIBUTES);
      }
    }
  }
}
