package dev.dicomwebdump.transport;

import dev.dicomwebdump.transport.PhaseMarks.Mark;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes TCP connections: to the addresses of a host in turn, first to the one that answered last.
 * Safe for use by many threads.
 */
final class Dialer {

  private final int limitMillis;
  private final Map<String, InetAddress> answered = new ConcurrentHashMap<>();

  /**
   * @param limit for each address; zero for none
   */
  Dialer(Duration limit) {
    this.limitMillis = Math.toIntExact(limit.toMillis());
  }

  /**
   * Connects.
   *
   * @throws java.net.UnknownHostException when the host has no address
   * @throws IOException what the first address said, when none answers
   */
  Socket dial(String host, int port, Guard guard, PhaseMarks marks) throws IOException {
    List<InetAddress> addresses = addresses(host, marks);
    marks.first(Mark.CONNECT);
    IOException first = null;
    for (InetAddress address : addresses) {
      try {
        Socket socket = connect(new InetSocketAddress(address, port), guard);
        answered.put(host, address);
        return socket;
      } catch (IOException e) {
        first = chained(first, e);
        if (guard.ended() != null) {
          throw first;
        }
      }
    }
    throw first == null ? new IOException("no address") : first;
  }

  private List<InetAddress> addresses(String host, PhaseMarks marks) throws IOException {
    if (HostnameCheck.isAddress(host)) {
      return List.of(InetAddress.getByName(host));
    }
    marks.first(Mark.DNS);
    List<InetAddress> addresses = new ArrayList<>(List.of(InetAddress.getAllByName(host)));
    marks.last(Mark.DNS_END);
    InetAddress last = answered.get(host);
    if (last != null && addresses.remove(last)) {
      addresses.add(0, last);
    }
    return addresses;
  }

  /**
   * A plain socket that was given a limit polls before it reads, ever after; a channel's does not.
   */
  private Socket connect(InetSocketAddress address, Guard guard) throws IOException {
    Socket socket = SocketChannel.open().socket();
    try {
      guard.watch(socket);
      socket.setTcpNoDelay(true);
      socket.connect(address, limitMillis);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static IOException chained(@Nullable IOException first, IOException next) {
    if (first == null) {
      return next;
    }
    first.addSuppressed(next);
    return first;
  }
}
