package dev.dicomwebdump.cli;

import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for the time of a command, which nobody else can read.
 *
 * @param path where it is
 */
record TemporaryFolder(Path path) {

  /**
   * Makes one.
   *
   * @throws OutputException when it cannot be made
   */
  static TemporaryFolder make() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("dicomweb-dump-"));
    } catch (IOException e) {
      throw new OutputException("cannot make a temporary folder", e);
    }
  }

  /** Removes it with all that is in it, where it is still there. */
  void remove() throws IOException {
    if (Files.exists(path)) {
      for (Path file : deepestFirst()) {
        Files.delete(file);
      }
    }
  }

  private List<Path> deepestFirst() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
