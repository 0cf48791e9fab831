package dev.dicomwebdump.benchmarks.trial;

import dev.dicomwebdump.benchmarks.contender.Contender;
import dev.dicomwebdump.benchmarks.contender.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Holds what came against what is served. */
final class BytesCheck {

  private final Job job;
  private final Contender contender;

  BytesCheck(Job job, Contender contender) {
    this.job = job;
    this.contender = contender;
  }

  /**
   * Whether each body is there, byte for byte, but for the boundary where the server makes a new
   * one for each answer: the first that is not, and how many; or null.
   */
  @Nullable String problem() throws IOException {
    long wrong = 0;
    String first = "";
    for (String path : job.paths()) {
      if (!isExact(path)) {
        first = wrong == 0 ? path : first;
        wrong++;
      }
    }
    return wrong == 0
        ? null
        : wrong + " of " + job.paths().size() + " bodies are not what is served, " + first;
  }

  private boolean isExact(String path) throws IOException {
    Path served = job.served(path);
    Path got = job.output().resolve(contender.file(path));
    if (!Files.exists(got)) {
      return false;
    }
    return job.work().study().isInOrthanc()
        ? BoundlessBody.same(served, got)
        : Files.mismatch(served, got) < 0;
  }
}
