package dev.dicomwebdump.testkit.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.ServerSocketFactory;

/**
 * The server's sockets below TLS, by the number that the web server gives its connections: the
 * order in which they were accepted. Thread-safe.
 */
final class Connections extends ServerSocketFactory {
  private final List<Socket> accepted = new ArrayList<>();
  private int resetsOnConnect;

  /** Resets that many connections as soon as they come; they have no number. */
  synchronized void resetNext(int connections) {
    resetsOnConnect = connections;
  }

  synchronized Socket get(int connection) {
    return accepted.get(connection);
  }

  /** Closes a socket so that the peer sees a reset, not an end. */
  static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Whether the socket is one to serve. */
  private synchronized boolean take(Socket socket) throws IOException {
    if (resetsOnConnect > 0) {
      resetsOnConnect--;
      reset(socket);
      return false;
    }
    // Head and body go out apart: else the body would wait for the client to acknowledge the head.
    socket.setTcpNoDelay(true);
    accepted.add(socket);
    return true;
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new ServerSocket() {
      @Override
      public Socket accept() throws IOException {
        Socket socket = super.accept();
        while (!take(socket)) {
          socket = super.accept();
        }
        return socket;
      }
    };
  }

  @Override
  public ServerSocket createServerSocket(int port) {
    throw unbound();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) {
    throw unbound();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
    throw unbound();
  }

  private static UnsupportedOperationException unbound() {
    return new UnsupportedOperationException("only unbound sockets are made here");
  }
}
