package dev.dicomwebdump.benchmarks.contender;

import dev.dicomwebdump.benchmarks.site.Link;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A way to download a work, as a process of its own. */
public interface Contender {

  /** What it is called in tables. */
  String name();

  /** Why it cannot take part on this machine, or null. */
  @Nullable String absence();

  /** Whether it can go over this link at all. */
  default boolean takes(Link link) {
    return true;
  }

  /** The command line; what it needs besides is written into the job's scratch folder. */
  List<String> command(Job job) throws IOException;

  /** What the process finds in its environment besides ours. */
  default Map<String, String> environment() {
    return Map.of();
  }

  /** The name of a path's body below the output. */
  default String file(String path) {
    return Job.file(path);
  }
}
