package dev.dicomwebdump.benchmarks.site;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An nginx of our own, with its own configuration, on free ports of the loopback interface. */
public final class Site implements Closeable {

  private static final Duration ONE_WAY = Duration.ofMillis(25);

  private final Path folder;
  private final Map<Link, Integer> ports;
  private final ServerProcess nginx;
  private final DelayProxy far;
  private final DelayProxy http2Far;

  /**
   * Starts it.
   *
   * @param nginx the program
   * @param works a folder for each study
   * @param folder for its own files; is made
   */
  public Site(Path nginx, Path works, Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    ports = Ports.free();
    Certificate.write(folder);
    Path config = new NginxConfig(works, folder, ports).write();
    this.nginx =
        new ServerProcess(
            List.of(
                nginx.toString(),
                "-e",
                folder.resolve("error.log").toString(),
                "-c",
                config.toString()),
            folder.resolve("nginx.out"),
            port(Link.HTTP2_GOAWAY));
    far = new DelayProxy(port(Link.HTTP_FAR), port(Link.HTTP), ONE_WAY);
    http2Far = new DelayProxy(port(Link.HTTP2_FAR), port(Link.HTTP2), ONE_WAY);
  }

  /** The WADO-RS root of a study over a link. */
  public String root(Link link, String study) {
    return (link.isSecure() ? "https" : "http") + "://127.0.0.1:" + port(link) + "/" + study;
  }

  /** The certificate to trust, as PEM. */
  public Path authority() {
    return folder.resolve("ca.pem");
  }

  /**
   * Starts the server of {@link Link#ORTHANC}; over {@link Link#HTTP_LOGGED}, nginx hands on to it
   * what is asked of its study. Whoever has started it closes it.
   *
   * @param study the name of its study
   * @param folderOfOrthanc for its own files; is made
   */
  public Orthanc orthanc(String study, Path folderOfOrthanc) throws IOException {
    return new Orthanc(port(Link.ORTHANC), "/" + study + "/", folderOfOrthanc);
  }

  /** What was asked for over {@link Link#HTTP_LOGGED}, in its order. */
  public List<Request> requests() throws IOException {
    return Files.readAllLines(folder.resolve("requests.log")).stream().map(Request::of).toList();
  }

  /** Forgets what was asked for. */
  public void clearRequests() throws IOException {
    Files.write(folder.resolve("requests.log"), new byte[0]);
  }

  @Override
  public void close() throws IOException {
    far.close();
    http2Far.close();
    nginx.close();
  }

  private int port(Link link) {
    Integer port = ports.get(link);
    if (port == null) {
      throw new IllegalArgumentException("no port for " + link);
    }
    return port;
  }
}
