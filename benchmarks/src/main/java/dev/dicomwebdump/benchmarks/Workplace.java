package dev.dicomwebdump.benchmarks;

import dev.dicomwebdump.benchmarks.trial.Folders;
import dev.dicomwebdump.benchmarks.work.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the works, the server's files and the outputs lie. */
final class Workplace {

  private static final Path SHARED_MEMORY = Path.of("/dev/shm");
  private static final String NAME = "dicomweb-dump-benchmark";

  @Option(
      names = "--folder",
      description =
          "where works and outputs go; best in memory (/dev/shm, else the folder for temporary files)")
  private @Nullable Path folder;

  @Option(
      names = "--disk",
      description =
          "where outputs go that are too large for memory (the folder for temporary files)")
  private @Nullable Path disk;

  @Option(
      names = "--nginx",
      description = "nginx (${DEFAULT-VALUE})",
      defaultValue = "/usr/sbin/nginx")
  private Path nginx = Path.of("nginx");

  /** The folder of a study. */
  Path study(Study study) {
    return works().resolve(study.name());
  }

  Path works() {
    return folder().resolve("works");
  }

  Path site() {
    return folder().resolve("site");
  }

  Path scratch() {
    return folder().resolve("scratch");
  }

  Path outputs() {
    return folder().resolve("outputs");
  }

  Path disk() {
    return (disk == null ? temporary() : disk).toAbsolutePath().resolve("outputs-on-disk");
  }

  Path nginx() {
    return nginx;
  }

  /** Removes what the benchmark has put anywhere. */
  void remove() throws IOException {
    for (Path ours : List.of(works(), site(), scratch(), outputs(), disk())) {
      Folders.remove(ours);
    }
    if (folder == null) {
      Folders.remove(folder());
    }
  }

  private Path folder() {
    if (folder != null) {
      return folder.toAbsolutePath();
    }
    return Files.isWritable(SHARED_MEMORY) ? SHARED_MEMORY.resolve(NAME) : temporary();
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir")).resolve(NAME);
  }
}
