package dev.dicomwebdump.benchmarks.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Measures processes by GNU time, which is there as `/usr/bin/time` (Debian's package time). */
final class Stopwatch {

  private static final Path TIME = Path.of("/usr/bin/time");
  private static final Pattern BLANK = Pattern.compile(" ");

  private final Path scratch;

  Stopwatch(Path scratch) {
    this.scratch = scratch;
  }

  /** Runs a process to its end; its exit code, when not 0, is the problem. */
  Measurement measure(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path figures = scratch.resolve("time");
    List<String> timed =
        new ArrayList<>(
            List.of(TIME.toString(), "--quiet", "-f", "%U %S %M", "-o", figures.toString()));
    timed.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(timed)
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("output.log").toFile());
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    int exit = Children.await(builder.start());
    double wall = (System.nanoTime() - start) / 1e9;
    String[] figure = BLANK.split(Files.readString(figures).strip(), -1);
    return new Measurement(
        wall,
        Double.parseDouble(figure[0]) + Double.parseDouble(figure[1]),
        Long.parseLong(figure[2]) * 1024,
        exit == 0 ? null : "exit " + exit);
  }
}
