package dev.dicomwebdump.benchmarks.contender;

import dev.dicomwebdump.benchmarks.site.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small downloader on Node's `got`, which writes a body and a record for each response. */
final class Got implements Contender {

  private final Path folder;

  /**
   * @param folder of the script and, once `npm ci` was run there, of its packages
   */
  Got(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "Node got";
  }

  @Override
  public @Nullable String absence() {
    String node = Programs.absence("node");
    if (node != null) {
      return node;
    }
    return Files.isDirectory(folder.resolve("node_modules/got"))
        ? null
        : "npm has not installed its packages in " + folder;
  }

  @Override
  public List<String> command(Job job) throws IOException {
    Path list = job.scratch().resolve("got.list");
    Files.write(list, job.requests().stream().map(request -> line(job, request)).toList());
    return List.of(
        "node",
        folder.resolve("download.mjs").toString(),
        list.toString(),
        Integer.toString(job.work().connections()),
        job.work().link().isHttp2() ? "http2" : "http1",
        job.authority().toString());
  }

  private String line(Job job, Request request) {
    Path file = job.output().resolve(file(request.path()));
    return job.url(request.path()) + "\t" + file + "\t" + request.accept();
  }
}
