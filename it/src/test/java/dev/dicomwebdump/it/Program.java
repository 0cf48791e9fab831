package dev.dicomwebdump.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the packaged program as a process of its own, to its end. */
final class Program {
  /** The folder of the distribution. */
  static final Path DISTRIBUTION = Path.of(System.getProperty("dicomwebdump.dist"));

  /** What a process left behind. */
  record Result(int exitCode, String stdout, String stderr) {}

  private Program() {}

  static Result run(String... arguments) throws IOException, InterruptedException {
    return run(DISTRIBUTION.resolve("bin/dicomweb-dump"), Map.of(), arguments);
  }

  static Result run(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    Path stdout = Files.createTempFile("stdout", null);
    Path stderr = Files.createTempFile("stderr", null);
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      Process process =
          builder.redirectOutput(stdout.toFile()).redirectError(stderr.toFile()).start();
      process.getOutputStream().close();
      int exitCode = process.waitFor();
      return new Result(exitCode, Files.readString(stdout), Files.readString(stderr));
    } finally {
      Files.delete(stdout);
      Files.delete(stderr);
    }
  }
}
