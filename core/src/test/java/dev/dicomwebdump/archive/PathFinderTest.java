package dev.dicomwebdump.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathFinderTest {

  private static final List<String> PATHS =
      List.of(
          "1.2/series/3/instances/4/frames/1",
          "1.2/series/3/instances/4/frames/1.tmp",
          "1.2/series/3/instances/4/frames/1.dump.json",
          "1.2/series/3/instances/4/frames",
          "1.2/series/3/instances/4/frame/1",
          "1.2/series/3/instances/5/frames/1",
          "1.2/metadata",
          "1.2.3/metadata",
          "1.2",
          "_dump/summary.json",
          "1.2/",
          "1.2//metadata",
          "1.2/../metadata",
          "../metadata",
          "/etc/passwd",
          "/passwd",
          "//passwd",
          "/",
          "");

  /** Each comes after each, since what came before is what is kept in mind. */
  @ParameterizedTest
  @ValueSource(strings = {"/dump", "dump", "", "/"})
  void everyPathIsTheOneThatTheFolderItselfFinds(String folder) {
    Path root = Path.of(folder);
    PathFinder paths = new PathFinder(root);
    for (String before : PATHS) {
      for (String path : PATHS) {
        assertThat(paths.find(before)).isEqualTo(root.resolve(before));
        assertThat(paths.find(path)).isEqualTo(root.resolve(path));
      }
    }
  }
}
