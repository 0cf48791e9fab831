package dev.dicomwebdump.benchmarks;

import dev.dicomwebdump.benchmarks.contender.Contender;
import dev.dicomwebdump.benchmarks.contender.Job;
import dev.dicomwebdump.benchmarks.site.Link;
import dev.dicomwebdump.benchmarks.site.Orthanc;
import dev.dicomwebdump.benchmarks.site.Request;
import dev.dicomwebdump.benchmarks.site.Site;
import dev.dicomwebdump.benchmarks.trial.Measurement;
import dev.dicomwebdump.benchmarks.trial.Originals;
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
  private final Map<Study, List<Request>> known = new HashMap<>();

  Jobs(Workplace workplace, Site site) {
    this.workplace = workplace;
    this.site = site;
  }

  /** The folder of a work's study. */
  Path source(Work work) {
    return workplace.study(work.study());
  }

  /** Starts the server of a work that nginx does not serve; its files go with the work's. */
  Orthanc orthanc(Work work) throws IOException {
    return site.orthanc(work.study().name(), source(work).resolve("orthanc"));
  }

  /** The job of a work over its own link. */
  Job job(Work work, Contender dump) throws IOException, InterruptedException {
    List<Request> requests = known.get(work.study());
    if (requests == null) {
      Scouted scouted = scout(work, dump);
      if (scouted.measured().problem() != null) {
        throw new IOException("the dump of " + work.name() + ": " + scouted.measured().problem());
      }
      requests = scouted.job().requests();
      known.put(work.study(), requests);
    }
    return job(work, work.link(), requests);
  }

  /** Dumps a work over HTTP/1.1 and notes what the server was asked for. */
  Scouted scout(Work work, Contender dump) throws IOException, InterruptedException {
    site.clearRequests();
    Work overHttp = work.over(Link.HTTP_LOGGED);
    Measurement measured = Trial.measure(dump, job(overHttp, Link.HTTP_LOGGED, List.of()));
    String prefix = "/" + work.study().name();
    List<Request> requests =
        site.requests().stream().map(request -> request.below(prefix)).toList();
    if (work.study().isInOrthanc()) {
      Originals.fetch(job(work, work.link(), requests));
    }
    Job job = job(overHttp, Link.HTTP_LOGGED, requests);
    return new Scouted(job, Trial.judged(measured, dump, job));
  }

  private Job job(Work work, Link link, List<Request> requests) {
    Path outputs = work.field() == Field.SMALL_HEAP ? workplace.disk() : workplace.outputs();
    return new Job(
        work,
        site.root(link, work.study().name()),
        site.authority(),
        requests,
        source(work),
        outputs.resolve(work.name()),
        workplace.scratch());
  }
}
