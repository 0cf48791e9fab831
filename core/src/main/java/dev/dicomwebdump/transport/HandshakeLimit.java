package dev.dicomwebdump.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes TLS sockets whose handshake waits no longer than the connect limit for the server. OkHttp
 * holds it to the read limit, which is the much longer first-byte limit here.
 */
final class HandshakeLimit extends SSLSocketFactory {

  private final SSLSocketFactory sockets;
  private final int limitMillis;

  HandshakeLimit(SSLSocketFactory sockets, Duration limit) {
    this.sockets = sockets;
    this.limitMillis = Math.toIntExact(limit.toMillis());
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    return limited(sockets.createSocket(socket, TlsProvider.nameable(host), port, autoClose));
  }

  @Override
  public Socket createSocket() throws IOException {
    return limited(sockets.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return limited(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localAddress, int localPort)
      throws IOException {
    return limited(sockets.createSocket(host, port, localAddress, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return limited(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort)
      throws IOException {
    return limited(sockets.createSocket(host, port, localAddress, localPort));
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return sockets.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return sockets.getSupportedCipherSuites();
  }

  private Socket limited(Socket socket) throws IOException {
    socket.setSoTimeout(limitMillis);
    return socket;
  }
}
