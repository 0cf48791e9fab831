package dev.dicomwebdump.benchmarks;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command line of the benchmark. */
@Command(
    name = "benchmark",
    subcommands = {
      RunCommand.class,
      ServeCommand.class,
      PublishCommand.class,
      CompareCommand.class,
      MicroCommand.class
    },
    mixinStandardHelpOptions = true,
    description = "The packaged program against its peers.")
public final class Benchmark {

  private Benchmark() {}

  /** Runs it, and ends the JVM with its exit code. */
  public static void main(String... args) {
    System.exit(
        new CommandLine(new Benchmark())
            .setExecutionExceptionHandler(Benchmark::explain)
            .execute(args));
  }

  /** What the user can mend is a line; a defect keeps its stack trace. */
  private static int explain(Exception problem, CommandLine command, ParseResult result)
      throws Exception {
    if (!(problem instanceof IOException || problem instanceof IllegalArgumentException)) {
      throw problem;
    }
    command.getErr().println("benchmark: " + problem);
    return 2;
  }
}
