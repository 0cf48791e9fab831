package dev.dicomwebdump.benchmarks;

import dev.dicomwebdump.benchmarks.site.Link;
import dev.dicomwebdump.benchmarks.site.Site;
import dev.dicomwebdump.benchmarks.work.Studies;
import dev.dicomwebdump.benchmarks.work.Study;
import dev.dicomwebdump.benchmarks.work.StudyMaker;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes studies and serves them, for measurements by hand. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Makes studies and serves them until a line or the end comes on stdin.")
final class ServeCommand implements Callable<Integer> {

  @Mixin private Workplace workplace = new Workplace();

  @Parameters(arity = "1..*", paramLabel = "STUDY", description = "S, M, L, L-untold, tenfold, …")
  private List<String> names = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    for (String name : names) {
      Study study = Studies.named(name);
      StudyMaker.make(study, workplace.study(study));
    }
    try (Site site = new Site(workplace.nginx(), workplace.works(), workplace.site())) {
      out.println("study UID " + Study.UID + ", CA " + site.authority());
      for (String name : names) {
        for (Link link : EnumSet.complementOf(EnumSet.of(Link.ORTHANC))) {
          out.println(name + " " + link + " " + site.root(link, name));
        }
      }
      out.flush();
      while (System.in.read() > '\n') {}
    }
    return 0;
  }
}
