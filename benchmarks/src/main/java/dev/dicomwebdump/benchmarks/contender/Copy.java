package dev.dicomwebdump.benchmarks.contender;

import dev.dicomwebdump.benchmarks.site.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files copied: what no download can be faster than by much. */
final class Copy implements Contender {

  @Override
  public String name() {
    return "cp -r";
  }

  @Override
  public @Nullable String absence() {
    return Programs.absence("cp");
  }

  @Override
  public boolean takes(Link link) {
    return link == Link.HTTP;
  }

  @Override
  public List<String> command(Job job) {
    return List.of("cp", "-r", job.source().toString(), job.output().toString());
  }
}
