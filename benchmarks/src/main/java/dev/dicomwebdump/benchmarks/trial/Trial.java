package dev.dicomwebdump.benchmarks.trial;

import dev.dicomwebdump.benchmarks.contender.Contender;
import dev.dicomwebdump.benchmarks.contender.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** One run of a contender: prepared, measured, judged, and its output removed. */
public final class Trial {

  private Trial() {}

  /** Runs a contender; only the process itself is in the measurement. Its output stays. */
  public static Measurement measure(Contender contender, Job job)
      throws IOException, InterruptedException {
    Files.createDirectories(job.scratch());
    Folders.remove(job.output());
    Files.createDirectories(job.output().resolveSibling("."));
    List<String> command = contender.command(job);
    return new Stopwatch(job.scratch()).measure(command, contender.environment());
  }

  /** With what is wrong with the bytes, where something is. The output is removed. */
  public static Measurement judged(Measurement measured, Contender contender, Job job)
      throws IOException {
    String problem = new BytesCheck(job, contender).problem();
    Folders.remove(job.output());
    return problem == null ? measured : measured.with(problem);
  }
}
