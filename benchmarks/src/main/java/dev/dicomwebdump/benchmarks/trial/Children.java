package dev.dicomwebdump.benchmarks.trial;

/** Processes of ours, none of which outlives us. */
final class Children {

  private Children() {}

  /** Waits for the end of a process, and ends it when the benchmark ends before. */
  static int await(Process process) throws InterruptedException {
    Thread atExit = new Thread(() -> end(process), "end of a process");
    Runtime.getRuntime().addShutdownHook(atExit);
    int exit = process.waitFor();
    Runtime.getRuntime().removeShutdownHook(atExit);
    return exit;
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
