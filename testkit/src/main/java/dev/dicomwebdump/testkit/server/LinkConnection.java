package dev.dicomwebdump.testkit.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/**
 * A client's connection and the one to the server that belongs to it. Each direction is the work of
 * one thread.
 */
final class LinkConnection implements AutoCloseable {
  private static final int BUFFER = 1 << 14;

  private final Socket client;
  private final Socket server;
  private final CountDownLatch closing;

  /**
   * Connects to the server.
   *
   * @param closing ends what is slow
   */
  LinkConnection(Socket client, int serverPort, CountDownLatch closing) throws IOException {
    this.client = client;
    this.closing = closing;
    this.server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
  }

  /** Passes on what the client sends, until it leaves. */
  void passRequests() throws IOException {
    try {
      client.getInputStream().transferTo(server.getOutputStream());
    } catch (IOException oneLeft) {
      // Each end may leave at any time; then the other is told, below.
    }
    close();
  }

  /** Passes on what the server sends, and how it ends; returns whether it came to the fault. */
  boolean passResponses(LinkFault fault) throws IOException {
    try {
      OutputStream out = client.getOutputStream();
      if (fault.pace().bytes() > 0) {
        out = new ThrottledOutputStream(out, fault.pace(), closing);
      }
      boolean met = pass(server.getInputStream(), out, fault.after());
      if (!met) {
        cut();
      }
      return met;
    } catch (IOException oneLeft) {
      reset();
      return false;
    }
  }

  private static boolean pass(InputStream in, OutputStream out, long limit) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = limit;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        return false;
      }
      out.write(buffer, 0, read);
      left -= read;
    }
    return true;
  }

  /** Ends what goes to the client. What it sends is still taken: refusing would be a reset. */
  synchronized void cut() throws IOException {
    if (!client.isClosed()) {
      client.shutdownOutput();
    }
  }

  /** Resets the client's connection, unless it was the client that left. */
  synchronized void reset() throws IOException {
    if (!client.isClosed()) {
      Connections.reset(client);
    }
    server.close();
  }

  @Override
  public synchronized void close() throws IOException {
    client.close();
    server.close();
  }
}
