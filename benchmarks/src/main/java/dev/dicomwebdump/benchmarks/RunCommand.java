package dev.dicomwebdump.benchmarks;

import dev.dicomwebdump.benchmarks.contender.Contenders;
import dev.dicomwebdump.benchmarks.result.Machine;
import dev.dicomwebdump.benchmarks.result.Results;
import dev.dicomwebdump.benchmarks.result.Table;
import dev.dicomwebdump.benchmarks.site.Orthanc;
import dev.dicomwebdump.benchmarks.site.Site;
import dev.dicomwebdump.benchmarks.trial.FirstRequest;
import dev.dicomwebdump.benchmarks.trial.Folders;
import dev.dicomwebdump.benchmarks.trial.Schedule;
import dev.dicomwebdump.benchmarks.work.Study;
import dev.dicomwebdump.benchmarks.work.Work;
import dev.dicomwebdump.benchmarks.work.Works;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs works. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Makes works, serves them, runs the program and its peers in turn, checks the bytes."
            + " Ends with 1 when the program failed.")
final class RunCommand implements Callable<Integer> {

  @Mixin private Workplace workplace = new Workplace();

  @Parameters(
      arity = "1..*",
      paramLabel = "WORK",
      description = "a work, or all; see docs/performance.md")
  private List<String> names = List.of();

  @Option(names = "--runs", description = "how often each (${DEFAULT-VALUE})", defaultValue = "5")
  private int runs;

  @Option(
      names = "--seed",
      description = "of the orders in which they run (${DEFAULT-VALUE})",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--results",
      description = "where the results go as JSON; (${DEFAULT-VALUE})",
      defaultValue = "benchmarks/target/results.json")
  private Path file = Path.of("results.json");

  @Option(names = "--add", description = "to the results of other works that are there")
  private boolean add;

  @Option(
      names = "--program",
      description = "the packaged program (${DEFAULT-VALUE})",
      defaultValue = "cli/target/dist/dicomweb-dump/bin/dicomweb-dump")
  private Path program = Path.of("dicomweb-dump");

  @Option(
      names = "--got",
      description = "the folder of the Node script (${DEFAULT-VALUE})",
      defaultValue = "benchmarks/target/got")
  private Path got = Path.of("got");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Work> works = possible(Works.named(names.contains("all") ? Works.names() : names));
    Results results =
        new Results(
            LocalDate.now(ZoneOffset.UTC).toString(),
            Machine.ofHere(),
            seed,
            firstRequests(),
            add ? Results.read(file).works() : List.of());
    try (Site site = new Site(workplace.nginx(), workplace.works(), workplace.site())) {
      results = run(works, runner(site), results);
    } finally {
      workplace.remove();
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(new Table(results).markdown());
    out.flush();
    return results.failures() == 0 ? 0 : 1;
  }

  /** Without those whose server this machine has not. */
  private List<Work> possible(List<Work> wanted) {
    String why = Orthanc.absence();
    List<Work> possible =
        wanted.stream().filter(work -> why == null || !work.study().isInOrthanc()).toList();
    wanted.stream()
        .filter(work -> !possible.contains(work))
        .forEach(
            work -> spec.commandLine().getErr().println("without " + work.name() + ": " + why));
    return possible;
  }

  /** The results are written after each work: the next may take long. */
  private Results run(List<Work> works, WorkRunner runner, Results before)
      throws IOException, InterruptedException {
    Results results = before;
    for (int i = 0; i < works.size(); i++) {
      Study study = works.get(i).study();
      results = results.with(runner.run(works.get(i), runs));
      results.write(file);
      if (i + 1 == works.size() || !works.get(i + 1).study().equals(study)) {
        Folders.remove(workplace.study(study));
      }
    }
    return results;
  }

  private WorkRunner runner(Site site) {
    return new WorkRunner(
        new Jobs(workplace, site),
        new Contenders(program.toAbsolutePath(), got.toAbsolutePath()),
        new Schedule(seed),
        spec.commandLine().getErr());
  }

  private List<Double> firstRequests() throws IOException, InterruptedException {
    FirstRequest first = new FirstRequest(program.toAbsolutePath(), workplace.outputs());
    List<Double> seconds = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      seconds.add(first.seconds());
    }
    return seconds;
  }
}
