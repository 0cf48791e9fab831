package dev.dicomwebdump.benchmarks.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundlessBodyTest {

  @TempDir private Path folder;

  /** A stroke stands for the end of a line. */
  @ParameterizedTest
  @CsvSource({
    "--one|Content-Type: a/b||x|--one--|, --other|Content-Type: a/b||x|--other--|, true",
    "--one|Content-Type: a/b||x|--one--|, --other|Content-Type: a/b||y|--other--|, false",
    "--one|Content-Type: a/b||x|--one--|, --other|Content-Type: a/c||x|--other--|, false",
    "--one|Content-Type: a/b||x|--one--|, --other|Content-Type: a/b||x, false",
    "--one||x|--one||y|--one--|, --other||x|--other||y|--other--|, true",
    "--one||x|--one||y|--one--|, --other||x|--other--|, false",
    "[{}], [{}], true",
    "[{}], [], false",
    "--, --, true",
    "--|, --, false"
  })
  void onlyTheBoundaryMayDiffer(String one, String other, boolean same) throws IOException {
    assertThat(BoundlessBody.same(file("one", one), file("other", other))).isEqualTo(same);
  }

  private Path file(String name, String body) throws IOException {
    return Files.writeString(folder.resolve(name), body.replace("|", "\r\n"));
  }
}
