package dev.dicomwebdump.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of the program within the test, with an environment of its own. */
final class ProgramRun {

  final Path folder;
  private final List<String> arguments = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private @Nullable String typed;

  ProgramRun(Path folder, String root, String study) {
    this.folder = folder;
    with("-w", root, "-s", study, "-o", folder.toString());
  }

  ProgramRun with(String... more) {
    arguments.addAll(List.of(more));
    return this;
  }

  ProgramRun environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** What a person types when asked for a password. */
  ProgramRun typing(String password) {
    typed = password;
    return this;
  }

  /** Runs to the end. */
  int exitCode() {
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(stream, stream, false, 80);
    Surroundings around = new Surroundings(environment, user -> typed);
    return Main.run(arguments.toArray(String[]::new), terminal, around);
  }

  /** All that it said. */
  String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  /** Sees that no secret is in any file or in what was said. */
  void assertNowhere(List<String> secrets) throws IOException {
    assertThat(said()).doesNotContain(secrets);
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(secrets);
      }
    }
  }
}
