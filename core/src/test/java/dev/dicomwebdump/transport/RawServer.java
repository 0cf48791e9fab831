package dev.dicomwebdump.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers the requests of all its connections with the given texts in turn, byte for byte, and then
 * closes the connection on which it is asked once more.
 */
final class RawServer implements AutoCloseable {

  /** An answer that ends so is the last on its connection. */
  static final String CLOSE = "\f";

  private final ServerSocket listening;
  private final List<String> answers;
  private final AtomicInteger next = new AtomicInteger();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  RawServer(String... answers) throws IOException {
    this.answers = List.of(answers);
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
  }

  /** The heads of the requests so far. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** Says something unasked over the last connection. */
  void say(String text) throws IOException {
    connections.get(connections.size() - 1).getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listening.accept();
      connections.add(client);
      daemon(() -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    try (client) {
      while (isAsked(client.getInputStream()) && next.get() < answers.size()) {
        String answer = answers.get(next.getAndIncrement());
        client.getOutputStream().write(answer.replace(CLOSE, "").getBytes(ISO_8859_1));
        if (answer.endsWith(CLOSE)) {
          return;
        }
      }
    }
  }

  private boolean isAsked(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int next = in.read();
    while (next >= 0) {
      head.append((char) next);
      if (head.toString().endsWith("\r\n\r\n")) {
        requests.add(head.toString());
        return true;
      }
      next = in.read();
    }
    return false;
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void daemon(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                return; // One of the two ends is closed.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
