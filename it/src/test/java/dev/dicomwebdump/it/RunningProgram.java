package dev.dicomwebdump.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that was started. Closing it ends it. */
final class RunningProgram implements AutoCloseable {
  /** So long anything may take before a test fails. */
  private static final int PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path stdout;
  private final Path stderr;

  RunningProgram(Process process, Path stdout, Path stderr) {
    this.process = process;
    this.stdout = stdout;
    this.stderr = stderr;
  }

  /** Waits for its end. */
  Program.Result awaitEnd() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the program does not end; it said: " + Files.readString(stderr));
    }
    return new Program.Result(
        process.exitValue(), Files.readString(stdout), Files.readString(stderr));
  }

  /** Sends it a signal, such as {@code INT}. */
  void signal(String name) throws IOException, InterruptedException {
    String command = "kill -" + name + " " + process.pid();
    new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
  }

  /** Ends it at once, as by {@code kill -9}; no matter when it has ended already. */
  void kill() {
    process.destroyForcibly();
  }

  /** Completed when it has ended. */
  CompletableFuture<Process> end() {
    return process.onExit();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it said on stderr so far. */
  String stderr() throws IOException {
    return Files.readString(stderr);
  }

  /** What it said on stdout so far. */
  String stdout() throws IOException {
    return Files.readString(stdout);
  }

  /** Waits until it has said that on stderr. */
  void awaitStderr(String text) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!stderr().contains(text)) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new AssertionError("it does not say \"" + text + "\" but: " + stderr());
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.delete(stdout);
    Files.delete(stderr);
  }
}
