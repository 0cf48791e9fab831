package dev.dicomwebdump.benchmarks;

import dev.dicomwebdump.benchmarks.contender.Contender;
import dev.dicomwebdump.benchmarks.contender.Job;
import dev.dicomwebdump.benchmarks.site.Link;
import dev.dicomwebdump.benchmarks.site.Site;
import dev.dicomwebdump.benchmarks.trial.Measurement;
import dev.dicomwebdump.benchmarks.trial.Trial;
import dev.dicomwebdump.benchmarks.work.Study;
import dev.dicomwebdump.benchmarks.work.Work;
import dev.dicomwebdump.benchmarks.work.Work.Field;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the jobs of works: what is asked for is what the server saw a dump ask for. */
final class Jobs {

  private final Workplace workplace;
  private final Site site;
  private final Map<Study, List<String>> known = new HashMap<>();

  Jobs(Workplace workplace, Site site) {
    this.workplace = workplace;
    this.site = site;
  }

  /** The folder of a work's study. */
  Path source(Work work) {
    return workplace.study(work.study());
  }

  /** The job of a work over its own link. */
  Job job(Work work, Contender dump) throws IOException, InterruptedException {
    List<String> paths = known.get(work.study());
    if (paths == null) {
      Scouted scouted = scout(work, dump);
      if (scouted.measured().problem() != null) {
        throw new IOException("the dump of " + work.name() + ": " + scouted.measured().problem());
      }
      paths = scouted.job().paths();
      known.put(work.study(), paths);
    }
    return job(work, work.link(), paths);
  }

  /** Dumps a work over HTTP/1.1 and notes what the server was asked for. */
  Scouted scout(Work work, Contender dump) throws IOException, InterruptedException {
    site.clearRequests();
    Work overHttp = work.over(Link.HTTP_LOGGED);
    Measurement measured = Trial.measure(dump, job(overHttp, Link.HTTP_LOGGED, List.of()));
    String prefix = "/" + work.study().name();
    List<String> paths =
        site.requests().stream().map(path -> path.substring(prefix.length())).toList();
    Job job = job(overHttp, Link.HTTP_LOGGED, paths);
    return new Scouted(job, Trial.judged(measured, dump, job));
  }

  private Job job(Work work, Link link, List<String> paths) {
    Path outputs = work.field() == Field.SMALL_HEAP ? workplace.disk() : workplace.outputs();
    return new Job(
        work,
        site.root(link, work.study().name()),
        site.authority(),
        paths,
        source(work),
        outputs.resolve(work.name()),
        workplace.scratch());
  }
}
