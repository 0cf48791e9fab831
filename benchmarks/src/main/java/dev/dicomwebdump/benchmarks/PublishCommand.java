package dev.dicomwebdump.benchmarks;

import dev.dicomwebdump.benchmarks.result.Baseline;
import dev.dicomwebdump.benchmarks.result.MarkedText;
import dev.dicomwebdump.benchmarks.result.Plot;
import dev.dicomwebdump.benchmarks.result.Results;
import dev.dicomwebdump.benchmarks.result.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes results into the repository. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = "Writes results into docs/performance.md, docs/performance.svg and the baseline.")
final class PublishCommand implements Callable<Integer> {

  private static final String PICTURE =
      "![Wall time of each contender as a multiple of curl's](performance.svg)";

  @Parameters(
      paramLabel = "RESULTS",
      description = "results as JSON (${DEFAULT-VALUE})",
      defaultValue = "benchmarks/target/results.json")
  private Path file = Path.of("results.json");

  @Override
  public Integer call() throws IOException {
    Results results = Results.read(file);
    MarkedText.replace(
        Path.of("docs/performance.md"), PICTURE + "\n\n" + new Table(results).markdown());
    Files.writeString(Path.of("docs/performance.svg"), new Plot(results).svg());
    Baseline.of(results).write(Path.of("benchmarks/baseline.json"));
    return 0;
  }
}
