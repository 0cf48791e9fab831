package dev.dicomwebdump.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCaptureTest {

  private static final Pattern ADDRESS = Pattern.compile("https?://[^/\"\\\\ ]*");

  @TempDir Path folder;

  @BeforeEach
  void unpack() throws IOException {
    DemoCapture.unpack(folder);
  }

  @Test
  void bothStudiesAreThereWithARecordForEachBody() throws IOException {
    assertThat(Stream.of(folder.toFile().list())).containsExactlyInAnyOrder("2.999.20", "2.999.21");
    List<String> bodies = files().stream().filter(name -> !name.endsWith(".dump.json")).toList();
    assertThat(bodies)
        .contains("2.999.20/metadata", "2.999.21/metadata")
        .allMatch(body -> Files.isRegularFile(folder.resolve(body + ".dump.json")));
    assertThat(bodies.stream().filter(name -> name.contains("/frames/"))).hasSize(32);
    assertThat(bodies.stream().filter(name -> name.contains("/_/"))).hasSize(13);
    assertThat(files()).hasSize(2 * bodies.size());
  }

  @Test
  void itNamesNoServerButTheOneOnTheLoopbackInterface() throws IOException {
    for (String file : files()) {
      if (file.endsWith(".json") || file.endsWith("metadata")) {
        assertThat(addresses(folder.resolve(file)))
            .as(file)
            .isNotEmpty()
            .allMatch(address -> address.startsWith("http://127.0.0.1:"));
      }
    }
  }

  private static List<String> addresses(Path file) throws IOException {
    return ADDRESS.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .toList();
    }
  }
}
