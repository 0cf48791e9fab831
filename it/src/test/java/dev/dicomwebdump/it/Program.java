package dev.dicomwebdump.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The packaged program. */
final class Program {
  /** The folder of the distribution. */
  static final Path DISTRIBUTION = Path.of(System.getProperty("dicomwebdump.dist"));

  /** The root of the repository. */
  static final Path REPOSITORY = Path.of(System.getProperty("dicomwebdump.root"));

  /** What a process left behind. */
  record Result(int exitCode, String stdout, String stderr) {}

  private Program() {}

  /** A call of the program, to be run. */
  static Invocation with(String... arguments) {
    return new Invocation(DISTRIBUTION.resolve("bin/dicomweb-dump"), arguments);
  }

  /** Runs it to its end. */
  static Result run(String... arguments) throws IOException, InterruptedException {
    return with(arguments).run();
  }

  /** Runs a launcher of it to its end. */
  static Result run(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Invocation invocation = new Invocation(launcher, arguments);
    environment.forEach(invocation::environment);
    return invocation.run();
  }
}
