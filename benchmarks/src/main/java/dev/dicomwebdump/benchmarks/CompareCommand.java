package dev.dicomwebdump.benchmarks;

import dev.dicomwebdump.benchmarks.result.Baseline;
import dev.dicomwebdump.benchmarks.result.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds results against those that the repository keeps. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Ends with 1 when a ratio to curl is worse than the baseline's by over a margin.")
final class CompareCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "RESULTS",
      description = "results as JSON (${DEFAULT-VALUE})",
      defaultValue = "benchmarks/target/results.json")
  private Path file = Path.of("results.json");

  @Option(
      names = "--baseline",
      description = "what it is held against (${DEFAULT-VALUE})",
      defaultValue = "benchmarks/baseline.json")
  private Path baseline = Path.of("baseline.json");

  @Option(
      names = "--margin",
      description = "by how much a ratio may grow (${DEFAULT-VALUE}: a quarter)",
      defaultValue = "0.25")
  private double margin;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    List<String> worse = Baseline.read(baseline).worse(Results.read(file), margin);
    worse.forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().flush();
    return worse.isEmpty() ? 0 : 1;
  }
}
