package dev.dicomwebdump.benchmarks.contender;

import dev.dicomwebdump.benchmarks.site.Link;
import dev.dicomwebdump.benchmarks.site.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** aria2, one connection a file; it speaks HTTP/1.1 only. */
final class Aria2 implements Contender {

  @Override
  public String name() {
    return "aria2c";
  }

  @Override
  public @Nullable String absence() {
    return Programs.absence("aria2c");
  }

  @Override
  public boolean takes(Link link) {
    return !link.isHttp2();
  }

  @Override
  public List<String> command(Job job) throws IOException {
    Path list = job.scratch().resolve("aria2.list");
    Files.write(list, job.requests().stream().map(request -> entry(job, request)).toList());
    return List.of(
        "aria2c",
        "--no-conf",
        "--quiet",
        "--max-concurrent-downloads=" + job.work().connections(),
        "--max-connection-per-server=1",
        "--split=1",
        "--file-allocation=none",
        "--allow-overwrite=true",
        "--auto-file-renaming=false",
        "--ca-certificate=" + job.authority(),
        "--dir=" + job.output(),
        "--input-file=" + list);
  }

  private String entry(Job job, Request request) {
    String accept = request.accept().isEmpty() ? "" : "\n header=Accept: " + request.accept();
    return job.url(request.path()) + "\n out=" + file(request.path()) + accept;
  }
}
