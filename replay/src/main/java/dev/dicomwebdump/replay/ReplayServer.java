package dev.dicomwebdump.replay;

import dev.dicomwebdump.archive.ArchiveLock;
import dev.dicomwebdump.replay.capture.Capture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A DICOMweb server whose answers are those of a dump, over HTTP/1.1 and HTTP/2. Safe for use by
 * many threads at once; whoever starts it closes it.
 */
public final class ReplayServer implements AutoCloseable {

  private final Server server;
  private final ServerConnector connector;
  private final ReplaySettings settings;
  private final String prefix;

  private ReplayServer(
      Server server, ServerConnector connector, ReplaySettings settings, String prefix) {
    this.server = server;
    this.connector = connector;
    this.settings = settings;
    this.prefix = prefix;
  }

  /**
   * Starts to serve.
   *
   * @param warnings hears, in a line each, of records and folders that cannot be read, when it
   *     turns out; called by any thread, one at a time
   * @throws NoDumpException when the folder is not there, or holds no study
   * @throws IOException when the dump cannot be read, the certificate is none, or there is no
   *     listening at that address and port
   */
  public static ReplayServer start(ReplaySettings settings, Consumer<String> warnings)
      throws NoDumpException, IOException {
    Capture capture = capture(settings, warnings);
    Server server = new Server();
    ServerConnector connector = Connectors.of(server, settings);
    server.addConnector(connector);
    server.setHandler(new ReplayHandler(capture, settings));
    try {
      listen(connector);
      server.start();
    } catch (Exception e) { // What Jetty declares.
      stop(server);
      throw e instanceof IOException io ? io : new IOException(e.getMessage(), e);
    }
    return new ReplayServer(server, connector, settings, capture.prefix());
  }

  private static void listen(ServerConnector connector) throws IOException {
    try {
      connector.open();
    } catch (IOException e) {
      Throwable why = e.getCause() == null ? e : e.getCause();
      String reason = why.getMessage() == null ? "no such address" : why.getMessage();
      throw new IOException(
          "no listening at " + connector.getHost() + " port " + connector.getPort() + ": " + reason,
          why);
    }
  }

  /** The port it listens at. */
  public int port() {
    return connector.getLocalPort();
  }

  /**
   * Whether the run that made the dump has not ended, or not in order: more may be missing.
   *
   * @throws IOException when the folder cannot be read
   */
  public boolean isUnfinished() throws IOException {
    return ArchiveLock.isMarked(settings.folder());
  }

  /** The root URL: with the recorded path, where all studies came from one. */
  public String rootUrl() {
    String host = settings.host();
    if (host.contains(":") && !host.startsWith("[")) {
      host = "[" + host + "]";
    }
    return (settings.tls() == null ? "http://" : "https://") + host + ":" + port() + prefix;
  }

  /** Ends it; what is being answered breaks off. */
  @Override
  public void close() {
    stop(server);
  }

  private static Capture capture(ReplaySettings settings, Consumer<String> warnings)
      throws NoDumpException, IOException {
    try {
      Capture capture = new Capture(settings.folder(), settings.exact(), warnings);
      if (capture.studies() == 0) {
        throw new NoDumpException(settings.folder() + " holds no study");
      }
      return capture;
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw new NoDumpException(settings.folder() + " is no folder");
    }
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception e) { // What Jetty declares.
      throw new UncheckedIOException(new IOException("the server cannot be stopped", e));
    }
  }
}
