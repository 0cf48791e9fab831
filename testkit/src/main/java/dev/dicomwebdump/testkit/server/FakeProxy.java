package dev.dicomwebdump.testkit.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy on a free loopback port: tunnels (CONNECT), and passes on GET requests for http
 * URLs. It keeps the heads that it was sent. Thread-safe.
 */
public final class FakeProxy implements AutoCloseable {
  private static final String REFUSAL =
      "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

  private final ServerSocket listening;
  private final @Nullable String authorization;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private FakeProxy(@Nullable String authorization) throws IOException {
    this.authorization = authorization;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start("accept", this::accept);
  }

  /** Starts a proxy that serves anybody. */
  public static FakeProxy start() throws IOException {
    return new FakeProxy(null);
  }

  /** Starts a proxy that answers 407 to whoever does not show exactly that Proxy-Authorization. */
  public static FakeProxy demanding(String authorization) throws IOException {
    return new FakeProxy(authorization);
  }

  /** Its address as {@code host:port}. */
  public String address() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  /** The heads of requests so far, as they came; of what goes through a tunnel it sees none. */
  public List<String> heads() {
    return List.copyOf(heads);
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listening.accept();
      open.add(client);
      start("serve", () -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      String head = admitted(in, client);
      if (head != null && head.startsWith("CONNECT ")) {
        tunnel(client, in, URI.create("tunnel://" + head.split(" ", 3)[1]));
      } else if (head != null) {
        forward(client, in, head);
      }
    }
  }

  /** The next request's head; null when its sender was turned away. */
  private @Nullable String admitted(InputStream in, Socket client) throws IOException {
    String head = readHead(in);
    heads.add(head);
    if (authorization == null || head.contains("Proxy-Authorization: " + authorization)) {
      return head;
    }
    client.getOutputStream().write(ascii(REFUSAL));
    return null;
  }

  private void tunnel(Socket client, InputStream in, URI to) throws IOException {
    try (Socket server = connect(to)) {
      client.getOutputStream().write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
      start("upstream", () -> copy(in, server.getOutputStream()));
      copy(server.getInputStream(), client.getOutputStream());
    }
  }

  /** All requests of a connection go to the server of the first. */
  private void forward(Socket client, InputStream in, String first) throws IOException {
    try (Socket server = connect(URI.create(first.split(" ", 3)[1]))) {
      start("downstream", () -> copy(server.getInputStream(), client.getOutputStream()));
      for (String head = first; head != null; head = admitted(in, client)) {
        server.getOutputStream().write(ascii(direct(head)));
      }
    }
  }

  private Socket connect(URI to) throws IOException {
    Socket server = new Socket(to.getHost(), to.getPort());
    open.add(server);
    return server;
  }

  /** The request as its server wants it. */
  private static String direct(String head) {
    URI url = URI.create(head.split(" ", 3)[1]);
    String path = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    return head.replace(url.toString(), path).replaceAll("(?i)\r\nProxy-[^:]*:[^\r]*", "");
  }

  private static void copy(InputStream from, OutputStream to) throws IOException {
    from.transferTo(to);
  }

  private static String readHead(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0) {
      head.write(next);
      if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        return head.toString(StandardCharsets.ISO_8859_1);
      }
      next = in.read();
    }
    throw new IOException("the request ended within its head");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                return; // One of the two ends is closed, or the proxy is: nothing is left to do.
              }
            },
            "proxy-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
