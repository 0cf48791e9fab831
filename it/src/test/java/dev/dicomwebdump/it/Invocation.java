package dev.dicomwebdump.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One call of a program, as it is put together. Its own variables of the tester do not reach it.
 */
final class Invocation {
  private final List<String> command = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private String input = "";

  Invocation(Path program, String... arguments) {
    command.add(program.toString());
    command.addAll(List.of(arguments));
  }

  /** With more arguments. */
  Invocation and(String... arguments) {
    command.addAll(List.of(arguments));
    return this;
  }

  /** Run by another program, whose command comes before. */
  Invocation by(List<String> runner) {
    command.addAll(0, runner);
    return this;
  }

  /** With a variable in its environment. */
  Invocation environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** With that text on stdin; without it stdin is empty. */
  Invocation input(String text) {
    input = text;
    return this;
  }

  /** Starts it. The caller closes it. */
  RunningProgram start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("DICOMWEB_"));
    builder.environment().putAll(environment);
    Path stdout = Files.createTempFile("stdout", null);
    Path stderr = Files.createTempFile("stderr", null);
    Process process =
        builder.redirectOutput(stdout.toFile()).redirectError(stderr.toFile()).start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    return new RunningProgram(process, stdout, stderr);
  }

  /** Runs it to its end. */
  Program.Result run() throws IOException, InterruptedException {
    try (RunningProgram program = start()) {
      return program.awaitEnd();
    }
  }
}
