package dev.dicomwebdump.benchmarks.contender;

import dev.dicomwebdump.benchmarks.site.Request;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** curl with many transfers at once: the measure of all others. */
public final class Curl implements Contender {

  /** Its name in tables. */
  public static final String NAME = "curl -Z";

  private final boolean keepsAsMuch;

  private Curl(boolean keepsAsMuch) {
    this.keepsAsMuch = keepsAsMuch;
  }

  /** It writes bodies only. */
  public static Curl bodies() {
    return new Curl(false);
  }

  /** For each response, it writes the head and a line of JSON, too. */
  public static Curl equalOutputs() {
    return new Curl(true);
  }

  @Override
  public String name() {
    return keepsAsMuch ? NAME + ", equal outputs" : NAME;
  }

  @Override
  public @Nullable String absence() {
    return Programs.absence("curl");
  }

  @Override
  public List<String> command(Job job) throws IOException {
    Path config = job.scratch().resolve("curl.config");
    try (Writer out = Files.newBufferedWriter(config)) {
      Request before = null;
      for (Request request : job.requests()) {
        if (before == null || keepsAsMuch || !request.accept().equals(before.accept())) {
          out.write(before == null ? "" : "next\n");
          options(job, request, out);
        }
        transfer(job, request.path(), out);
        before = request;
      }
    }
    return List.of(
        "curl",
        "--disable",
        "--no-progress-meter",
        "--parallel",
        "--parallel-max",
        Integer.toString(job.work().connections()),
        "--config",
        config.toString());
  }

  /** Options, which hold until the next `next`. */
  private static void options(Job job, Request request, Writer out) throws IOException {
    out.write("silent\nshow-error\ncreate-dirs\ncacert = \"" + job.authority() + "\"\n");
    out.write(job.work().link().isHttp2() ? "http2\n" : "http1.1\n");
    if (!request.accept().isEmpty()) {
      out.write("header = \"Accept: " + request.accept().replace("\"", "\\\"") + "\"\n");
    }
  }

  private void transfer(Job job, String path, Writer out) throws IOException {
    Path file = job.output().resolve(file(path));
    out.write("url = \"" + job.url(path) + "\"\noutput = \"" + file + "\"\n");
    if (keepsAsMuch) {
      // curl opens the file of the head before it makes folders for the body.
      Files.createDirectories(file.resolveSibling("."));
      out.write("dump-header = \"" + file + ".head\"\nwrite-out = \"%{json}\\n\"\n");
    }
  }
}
