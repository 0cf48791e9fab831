package dev.dicomwebdump.benchmarks;

import dev.dicomwebdump.benchmarks.result.Baseline;
import dev.dicomwebdump.benchmarks.result.Comparison;
import dev.dicomwebdump.benchmarks.result.Results;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds results against those that the repository keeps. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Holds the ratios to curl against the baseline's.",
      "Ends with 1 when one is worse by over a margin."
    })
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
    List<Comparison> comparisons = Baseline.read(baseline).compare(Results.read(file), margin);
    if (comparisons.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), file + " has no work that is in " + baseline + " too");
    }
    PrintWriter out = spec.commandLine().getOut();
    comparisons.forEach(comparison -> out.println(comparison.text()));
    out.flush();
    return comparisons.stream().anyMatch(Comparison::isWorse) ? 1 : 0;
  }
}
