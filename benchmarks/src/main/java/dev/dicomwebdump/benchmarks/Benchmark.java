package dev.dicomwebdump.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the benchmark. */
@Command(
    name = "benchmark",
    subcommands = {
      RunCommand.class,
      ServeCommand.class,
      PublishCommand.class,
      CompareCommand.class
    },
    mixinStandardHelpOptions = true,
    description = "The packaged program against its peers.")
public final class Benchmark {

  private Benchmark() {}

  /** Runs it, and ends the JVM with its exit code. */
  public static void main(String... args) {
    System.exit(new CommandLine(new Benchmark()).execute(args));
  }
}
