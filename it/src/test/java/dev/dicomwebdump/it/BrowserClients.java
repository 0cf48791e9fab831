package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Clients of others, which run in a browser: a project of Node.js beside the tests, installed in
 * the folder of what is built.
 *
 * @param node the runtime
 * @param chromium the browser
 */
record BrowserClients(Path node, Path chromium) {
  /** Where what is built of the tests lies. */
  static final Path TARGET = Program.REPOSITORY.resolve("it/target");

  private static final Path SOURCES = Program.REPOSITORY.resolve("it/src/test/clients");
  private static final Path FOLDER = TARGET.resolve("clients");

  /** Installs them where that was not done before; skips the test where something is not there. */
  static synchronized BrowserClients install() throws IOException, InterruptedException {
    BrowserClients clients = new BrowserClients(required("node"), required("chromium"));
    Path npm = required("npm");
    Path installed = FOLDER.resolve("installed");
    String wanted = Files.readString(SOURCES.resolve("package.json"));
    wanted += Files.readString(SOURCES.resolve("package-lock.json"));
    copy();
    if (!Files.exists(installed) || !Files.readString(installed).equals(wanted)) {
      assumeTrue(
          new Invocation(npm, "ping").run().exitCode() == 0, "npm's registry cannot be reached");
      Program.Result result = new Invocation(npm, "ci", "--prefix", FOLDER.toString()).run();
      assertThat(result.exitCode()).as(result.stderr()).isZero();
      Files.writeString(installed, wanted);
    }
    return clients;
  }

  /** Runs a script of theirs to its end, with the browser and that; gives what it prints. */
  JsonNode run(String script, String... arguments) throws IOException, InterruptedException {
    Program.Result result =
        new Invocation(node, FOLDER.resolve(script).toString(), chromium.toString())
            .and(arguments)
            .run();
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    return new ObjectMapper().readTree(result.stdout());
  }

  private static Path required(String program) {
    Optional<Path> found = Tools.find(program);
    assumeTrue(
        found.isPresent(), program + " is not on the PATH: nothing is looked at in a browser");
    return found.orElseThrow();
  }

  private static void copy() throws IOException {
    Files.createDirectories(FOLDER);
    List<Path> files;
    try (Stream<Path> all = Files.list(SOURCES)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
