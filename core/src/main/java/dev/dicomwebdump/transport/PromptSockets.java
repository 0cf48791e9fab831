package dev.dicomwebdump.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes sockets that send what is written at once (TCP_NODELAY). Otherwise a request on an HTTP/2
 * connection waits until the server has acknowledged the one before it, which it does with its
 * response: Nagle's algorithm, RFC 896.
 */
final class PromptSockets extends SocketFactory {

  private final SocketFactory sockets = SocketFactory.getDefault();

  @Override
  public Socket createSocket() throws IOException {
    return prompt(sockets.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return prompt(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return prompt(sockets.createSocket(host, port, local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress address, int port) throws IOException {
    return prompt(sockets.createSocket(address, port));
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort)
      throws IOException {
    return prompt(sockets.createSocket(address, port, local, localPort));
  }

  private static Socket prompt(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    return socket;
  }
}
