package dev.dicomwebdump.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Passes connections of HTTP/1.1 on to a server of this machine, and counts what goes through:
 * requests, and bytes of responses. Whatever the server, this is its log. Thread-safe.
 */
final class Relay implements AutoCloseable {
  /** Less than most responses have, so that a count of bytes is reached within one. */
  private static final int PIECE = 512;

  private final ServerSocket listening;
  private final int serverPort;
  private final List<String> requests = new ArrayList<>();
  private long bytes;
  private Mark mark = (requestsNow, bytesNow) -> false;
  private CompletableFuture<Void> reached = new CompletableFuture<>();

  /** A point in what goes through. */
  @FunctionalInterface
  interface Mark {
    boolean isReached(int requests, long bytes);
  }

  private interface Work {
    void run() throws IOException;
  }

  Relay(int serverPort) throws IOException {
    this.serverPort = serverPort;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Counts from zero. What is given is completed when the mark is reached. */
  synchronized CompletableFuture<Void> countTo(Mark wanted) {
    requests.clear();
    bytes = 0;
    mark = wanted;
    reached = new CompletableFuture<>();
    return reached;
  }

  /** The paths that were asked for since the count began. */
  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  /** The bytes of responses since the count began. */
  synchronized long bytes() {
    return bytes;
  }

  private synchronized void requested(String path) {
    requests.add(path);
    look();
  }

  private synchronized void responded(int more) {
    bytes += more;
    look();
  }

  private void look() {
    if (mark.isReached(requests.size(), bytes)) {
      reached.complete(null);
    }
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listening.accept();
      start(() -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
      client.setTcpNoDelay(true);
      start(() -> passResponses(server, client));
      passRequests(client, server);
    }
  }

  /** Requests are heads only: all are GET. */
  private void passRequests(Socket client, Socket server) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
    StringBuilder head = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      head.append(line).append("\r\n");
      if (line.isEmpty()) {
        requested(head.toString().split(" ", 3)[1]);
        server.getOutputStream().write(head.toString().getBytes(ISO_8859_1));
        head.setLength(0);
      }
    }
  }

  private void passResponses(Socket server, Socket client) throws IOException {
    try (client) {
      InputStream in = server.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] buffer = new byte[PIECE];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        responded(read);
        out.write(buffer, 0, read);
      }
    }
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                return; // One of the two ends is gone, or the relay is: nothing is left to do.
              }
            },
            "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
