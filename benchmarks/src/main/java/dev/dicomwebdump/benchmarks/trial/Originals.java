package dev.dicomwebdump.benchmarks.trial;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.dicomwebdump.benchmarks.contender.Job;
import dev.dicomwebdump.benchmarks.site.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a server answers that makes its answers itself: downloads are held against it. */
public final class Originals {

  private Originals() {}

  /**
   * Asks for all of a job once, one after another, by Java's own client, and writes the bodies into
   * the job's source.
   *
   * @throws IOException where an answer is not 200
   */
  public static void fetch(Job job) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (Request request : job.requests()) {
      Path file = job.served(request.path());
      Files.createDirectories(file.resolveSibling("."));
      HttpResponse<Path> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(job.url(request.path())))
                  .header("Accept", request.accept())
                  .build(),
              BodyHandlers.ofFile(file, CREATE, WRITE, TRUNCATE_EXISTING));
      if (answer.statusCode() != 200) {
        throw new IOException("the server does not give what a dump asks for: " + answer);
      }
    }
  }
}
