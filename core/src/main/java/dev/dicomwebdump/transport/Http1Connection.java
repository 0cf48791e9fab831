package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Peer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A connection over which one exchange after the other goes. Used by one thread at a time. */
final class Http1Connection {

  private static final int A_MOMENT_MILLIS = 1;

  private final Server server;
  private final Socket tcp;
  private final Socket socket;
  private final WireInput in;
  private final OutputStream out;
  private final String address;
  private boolean reused;
  private long idleSince;

  /**
   * @param tcp the connection itself
   * @param socket what is spoken over: the same, or TLS over it
   */
  Http1Connection(Server server, Socket tcp, Socket socket, Guard guard) throws IOException {
    this.server = server;
    this.tcp = tcp;
    this.socket = socket;
    this.in = new WireInput(socket.getInputStream(), guard);
    this.out = socket.getOutputStream();
    this.address = tcp.getInetAddress().getHostAddress();
  }

  Server server() {
    return server;
  }

  WireInput in() {
    return in;
  }

  Peer peer() {
    return new Peer(address, tcp.getLocalPort(), reused);
  }

  /** Begins another exchange over it. */
  void reuse(Guard guard) {
    reused = true;
    in.guardBy(guard);
    guard.watch(tcp);
  }

  void send(byte[] request) throws IOException {
    out.write(request);
    out.flush();
  }

  /** It carries no exchange from now on. */
  void rest() {
    idleSince = System.nanoTime();
  }

  /** For how many nanoseconds it has carried no exchange. */
  long idleNanos() {
    return System.nanoTime() - idleSince;
  }

  /**
   * Whether bytes came that nobody asked for, or its end. What TLS itself has to say, such as
   * tickets for later sessions, is no reason to give it up.
   */
  boolean isSpoilt() {
    try {
      return in.available() > 0 || (tcp.getInputStream().available() > 0 && bringsSomething());
    } catch (IOException e) {
      return true;
    }
  }

  private boolean bringsSomething() throws IOException {
    if (socket == tcp) {
      return true;
    }
    socket.setSoTimeout(A_MOMENT_MILLIS);
    try {
      int unexpected = socket.getInputStream().read();
      return unexpected >= -1;
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      socket.setSoTimeout(0);
    }
  }

  void close() {
    close(socket);
    close(tcp);
  }

  private static void close(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      return; // It is closed all the same, and of no use to anybody.
    }
  }
}
