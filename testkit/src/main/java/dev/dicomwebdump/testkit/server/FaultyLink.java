package dev.dicomwebdump.testkit.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A line between a client and any server on loopback that breaks as planned. It passes bytes on and
 * understands none, so that it serves HTTP/1.1, HTTP/2 and TLS alike. Thread-safe. Closing it ends
 * all connections and waits for its threads.
 */
public final class FaultyLink implements AutoCloseable {
  private final URI server;
  private final LinkPlan plan;
  private final int port;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<LinkConnection> connections = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private ServerSocket listening;
  private Thread accepting;
  private int faults;
  private @Nullable IOException failure;

  private FaultyLink(URI server, LinkPlan plan) throws IOException {
    this.server = server;
    this.plan = plan;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    port = listening.getLocalPort();
    accepting = startAccepting(listening);
  }

  /**
   * Opens a line on a free port.
   *
   * @param rootUrl a URL of the server
   */
  public static FaultyLink to(String rootUrl, LinkPlan plan) throws IOException {
    return new FaultyLink(URI.create(rootUrl), plan);
  }

  /** The server's URL through this line. */
  public String rootUrl() {
    return server.getScheme() + "://127.0.0.1:" + port + server.getRawPath();
  }

  /** How many connections it has taken. */
  public synchronized int connections() {
    return connections.size();
  }

  /** How many of them came to their fault; one that is slow never does. */
  public synchronized int faults() {
    return faults;
  }

  private void accept(ServerSocket from) throws IOException {
    try {
      while (true) {
        take(from.accept());
      }
    } catch (IOException e) {
      if (!from.isClosed()) {
        throw e;
      }
    }
  }

  private synchronized void take(Socket client) throws IOException {
    if (isClosing()) {
      client.close();
      return;
    }
    LinkConnection connection = new LinkConnection(client, server.getPort(), closing);
    LinkFault fault = plan.of(connections.size());
    connections.add(connection);
    start(connection::passRequests);
    start(() -> serve(connection, fault));
  }

  private void serve(LinkConnection connection, LinkFault fault) throws IOException {
    if (!connection.passResponses(fault)) {
      return;
    }
    count();
    switch (fault.end()) {
      case STALL -> {}
      case CUT -> connection.cut();
      case RESET -> connection.reset();
      case ABSENCE -> leave(connection, fault.absence());
    }
  }

  private synchronized void count() {
    faults++;
  }

  private void leave(LinkConnection connection, Duration absence) throws IOException {
    // The port is closed only when nobody waits at it any more.
    join(stopListening());
    connection.reset();
    try {
      if (!closing.await(absence.toMillis(), TimeUnit.MILLISECONDS)) {
        listenAgain();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the threads of a line", e);
    }
  }

  private synchronized Thread stopListening() throws IOException {
    listening.close();
    return accepting;
  }

  private synchronized void listenAgain() throws IOException {
    if (isClosing()) {
      return;
    }
    ServerSocket again = new ServerSocket();
    listening = again;
    again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    accepting = startAccepting(again);
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private interface Work {
    void run() throws IOException;
  }

  private Thread startAccepting(ServerSocket from) {
    return start(() -> accept(from));
  }

  private synchronized Thread start(Work work) {
    Thread thread = new Thread(() -> run(work), "line-" + threads.size());
    threads.add(thread);
    thread.start();
    return thread;
  }

  private void run(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      fail(e);
    }
  }

  private synchronized void fail(IOException e) {
    failure = e;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IOException also when the line could not do what was planned
   */
  @Override
  public void close() throws IOException {
    closing.countDown();
    for (Thread thread : ended()) {
      join(thread);
    }
    throwFailure();
  }

  private synchronized List<Thread> ended() throws IOException {
    listening.close();
    for (LinkConnection connection : connections) {
      connection.close();
    }
    return List.copyOf(threads);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void throwFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }
}
