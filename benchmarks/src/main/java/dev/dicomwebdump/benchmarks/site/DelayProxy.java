package dev.dicomwebdump.benchmarks.site;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** A TCP proxy that hands each byte on only after a while, both ways. */
final class DelayProxy implements Closeable {

  private final ServerSocket listener;
  private final int target;
  private final Duration oneWay;

  DelayProxy(int port, int target, Duration oneWay) throws IOException {
    this.listener = new ServerSocket(port, 1024, InetAddress.getLoopbackAddress());
    this.target = target;
    this.oneWay = oneWay;
    start(this::accept);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        connect(listener.accept());
      } catch (IOException e) {
        // Closed, or a connection that could not be had: the client sees it, and says so.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    pipe(client, server);
    pipe(server, client);
  }

  private void pipe(Socket from, Socket to) throws IOException {
    DelayLine line = new DelayLine(oneWay);
    var in = from.getInputStream();
    var out = to.getOutputStream();
    start(() -> line.fill(in));
    start(
        () -> {
          try (to) {
            line.drain(out);
          } catch (IOException e) {
            line.abandon();
          }
        });
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "delay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
