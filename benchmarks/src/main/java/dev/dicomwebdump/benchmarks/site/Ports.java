package dev.dicomwebdump.benchmarks.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;

/** A free port of the loopback interface for each link. */
final class Ports {

  private Ports() {}

  /** All are held until each is found, so that no two are the same. */
  static Map<Link, Integer> free() throws IOException {
    Map<Link, ServerSocket> held = new EnumMap<>(Link.class);
    Map<Link, Integer> ports = new EnumMap<>(Link.class);
    try {
      for (Link link : Link.values()) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.put(link, socket);
        ports.put(link, socket.getLocalPort());
      }
    } finally {
      for (ServerSocket socket : held.values()) {
        socket.close();
      }
    }
    return ports;
  }
}
