package dev.dicomwebdump.benchmarks;

import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures parts of the program alone, by JMH. */
@Command(
    name = "micro",
    mixinStandardHelpOptions = true,
    description = "Measures the boundary search, records and metadata alone, by JMH.")
final class MicroCommand implements Callable<Integer> {

  private static final String AS_SHIPPED = "-XX:TieredStopAtLevel=1";
  private static final TimeValue ROUND = TimeValue.seconds(1);

  @Parameters(
      paramLabel = "PATTERN",
      description = "regular expression of what is measured (${DEFAULT-VALUE})",
      defaultValue = "micro")
  private String pattern = "micro";

  @Option(
      names = "--both-compilers",
      description = "with Java's two compilers; without it, as the program ships, with the first")
  private boolean bothCompilers;

  @Option(names = "--rounds", description = "of a second (${DEFAULT-VALUE})", defaultValue = "5")
  private int rounds;

  @Override
  public Integer call() throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(pattern)
                .forks(1)
                .jvmArgsAppend(bothCompilers ? "-XX:+TieredCompilation" : AS_SHIPPED)
                .warmupIterations(rounds)
                .warmupTime(ROUND)
                .measurementIterations(rounds)
                .measurementTime(ROUND)
                .build())
        .run();
    return 0;
  }
}
