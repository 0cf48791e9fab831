package dev.dicomwebdump.benchmarks.site;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An nginx of our own, with its own configuration, on free ports of the loopback interface. */
public final class Site implements Closeable {

  private static final Duration ONE_WAY = Duration.ofMillis(25);

  private final Path folder;
  private final Map<Link, Integer> ports;
  private final Process nginx;
  private final Thread atExit = new Thread(this::end, "end of nginx");
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
        new ProcessBuilder(
                nginx.toString(),
                "-e",
                folder.resolve("error.log").toString(),
                "-c",
                config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.out").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(atExit);
    awaitReady();
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

  /** The paths that were asked for over {@link Link#HTTP_LOGGED}, in their order. */
  public List<String> requests() throws IOException {
    return Files.readAllLines(folder.resolve("requests.log"));
  }

  /** Forgets what was asked for. */
  public void clearRequests() throws IOException {
    Files.write(folder.resolve("requests.log"), new byte[0]);
  }

  @Override
  public void close() throws IOException {
    far.close();
    http2Far.close();
    Runtime.getRuntime().removeShutdownHook(atExit);
    end();
  }

  private int port(Link link) {
    Integer port = ports.get(link);
    if (port == null) {
      throw new IllegalArgumentException("no port for " + link);
    }
    return port;
  }

  private void awaitReady() throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!answers()) {
      if (!nginx.isAlive() || System.nanoTime() > end) {
        end();
        throw new IOException("nginx did not start: see " + folder.resolve("error.log"));
      }
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(Link.HTTP2_GOAWAY))) {
      return socket.isConnected();
    } catch (IOException e) {
      return false; // not yet
    }
  }

  private void end() {
    nginx.destroy();
    nginx.onExit().join();
  }
}
