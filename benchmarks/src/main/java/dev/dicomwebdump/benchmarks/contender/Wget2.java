package dev.dicomwebdump.benchmarks.contender;

import dev.dicomwebdump.benchmarks.site.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GNU Wget2. */
final class Wget2 implements Contender {

  @Override
  public String name() {
    return "wget2";
  }

  @Override
  public @Nullable String absence() {
    return Programs.absence("wget2");
  }

  /** It sends the same Accept header with all requests: Orthanc wants another for each kind. */
  @Override
  public boolean takes(Link link) {
    return link != Link.ORTHANC;
  }

  @Override
  public List<String> command(Job job) throws IOException {
    Path list = job.scratch().resolve("wget2.list");
    Files.write(list, job.paths().stream().map(job::url).toList());
    return List.of(
        "wget2",
        "--no-config",
        "--quiet",
        "--max-threads=" + job.work().connections(),
        "--http2=" + (job.work().link().isHttp2() ? "on" : "off"),
        "--ca-certificate=" + job.authority(),
        "--force-directories",
        "--no-host-directories",
        "--cut-dirs=2",
        "--directory-prefix=" + job.output(),
        "--input-file=" + list);
  }

  /** As the URL has it. */
  @Override
  public String file(String path) {
    return path.substring("/studies/".length());
  }
}
