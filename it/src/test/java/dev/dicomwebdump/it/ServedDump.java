package dev.dicomwebdump.it;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A dump that the program serves on a free port. Closing it ends the program.
 *
 * @param program the process
 * @param root the root URL
 */
record ServedDump(RunningProgram program, String root) implements AutoCloseable {

  /** Starts to serve, with more options, and waits until it does. */
  static ServedDump of(Path folder, String... options) throws IOException {
    RunningProgram program =
        Program.with("serve", folder.toString(), "--port", "0").and(options).start();
    program.awaitStderr("Ctrl-C ends it");
    return new ServedDump(program, program.stdout().lines().findFirst().orElseThrow());
  }

  /** Sends a signal and waits for the end. */
  Program.Result endBy(String signal) throws IOException, InterruptedException {
    program.signal(signal);
    return program.awaitEnd();
  }

  @Override
  public void close() throws IOException {
    program.close();
  }
}
