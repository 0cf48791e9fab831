package dev.dicomwebdump.benchmarks;

import dev.dicomwebdump.benchmarks.contender.Contender;
import dev.dicomwebdump.benchmarks.contender.Contenders;
import dev.dicomwebdump.benchmarks.contender.Job;
import dev.dicomwebdump.benchmarks.result.WorkResult;
import dev.dicomwebdump.benchmarks.site.Orthanc;
import dev.dicomwebdump.benchmarks.trial.Measurement;
import dev.dicomwebdump.benchmarks.trial.Schedule;
import dev.dicomwebdump.benchmarks.trial.Trial;
import dev.dicomwebdump.benchmarks.work.DicomFiles;
import dev.dicomwebdump.benchmarks.work.StudyMaker;
import dev.dicomwebdump.benchmarks.work.Work;
import dev.dicomwebdump.benchmarks.work.Work.Field;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes a work, finds out what is asked for, and runs its contenders in turn. */
final class WorkRunner {

  private final Jobs jobs;
  private final Contenders contenders;
  private final Schedule schedule;
  private final PrintWriter log;

  WorkRunner(Jobs jobs, Contenders contenders, Schedule schedule, PrintWriter log) {
    this.jobs = jobs;
    this.contenders = contenders;
    this.schedule = schedule;
    this.log = log;
  }

  /**
   * Runs a work.
   *
   * @param rounds how often, unless the work is one to run once
   */
  WorkResult run(Work work, int rounds) throws IOException, InterruptedException {
    say(work.name() + ": " + work.title());
    if (work.study().isInOrthanc()) {
      return inOrthanc(work, rounds);
    }
    StudyMaker.make(work.study(), jobs.source(work));
    return work.field() == Field.SMALL_HEAP ? once(work) : inTurn(work, rounds);
  }

  private WorkResult inOrthanc(Work work, int rounds) throws IOException, InterruptedException {
    try (Orthanc orthanc = jobs.orthanc(work)) {
      orthanc.load(DicomFiles.of(work.study()));
      return inTurn(work, rounds);
    }
  }

  private WorkResult once(Work work) throws IOException, InterruptedException {
    Contender dump = contenders.of(work).get(0);
    Scouted scouted = jobs.scout(work, dump);
    say(dump, scouted.measured());
    return result(scouted.job(), Map.of(dump.name(), List.of(scouted.measured())), Map.of());
  }

  private WorkResult inTurn(Work work, int rounds) throws IOException, InterruptedException {
    Job job = jobs.job(work, contenders.plainDump());
    Map<String, String> absent = new LinkedHashMap<>();
    List<Contender> present = new ArrayList<>();
    for (Contender contender : contenders.of(work)) {
      String why = contender.absence();
      if (why == null) {
        present.add(contender);
      } else {
        say("  without " + contender.name() + ": " + why);
        absent.put(contender.name(), why);
      }
    }
    return result(job, measure(job, present, rounds), absent);
  }

  private Map<String, List<Measurement>> measure(Job job, List<Contender> present, int rounds)
      throws IOException, InterruptedException {
    Map<String, List<Measurement>> measured = new LinkedHashMap<>();
    present.forEach(contender -> measured.put(contender.name(), new ArrayList<>()));
    for (Contender contender : schedule.rounds(present, rounds)) {
      Measurement one = Trial.judged(Trial.measure(contender, job), contender, job);
      measured.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(one);
      say(contender, one);
    }
    return measured;
  }

  private static WorkResult result(
      Job job, Map<String, List<Measurement>> measured, Map<String, String> absent)
      throws IOException {
    long bytes = 0;
    for (String path : job.paths()) {
      bytes += Files.size(job.served(path));
    }
    return new WorkResult(job.work().name(), job.paths().size(), bytes, measured, absent);
  }

  private void say(Contender contender, Measurement measured) {
    say(
        String.format(
            Locale.ROOT,
            "  %-24s %7.2f s, CPU %6.2f s, %4d MB%s",
            contender.name(),
            measured.wallSeconds(),
            measured.cpuSeconds(),
            measured.peakBytes() >> 20,
            measured.problem() == null ? "" : ": " + measured.problem()));
  }

  private void say(String line) {
    log.println(line);
    log.flush();
  }
}
