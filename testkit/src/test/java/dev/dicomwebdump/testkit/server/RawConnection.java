package dev.dicomwebdump.testkit.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One HTTP/1.1 connection as bytes. */
final class RawConnection implements AutoCloseable {
  private final Socket socket;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  RawConnection(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(30_000);
  }

  /** How reading ended. */
  enum End {
    CLOSED,
    RESET,
    SILENT
  }

  RawConnection get(URI url) throws IOException {
    String request = "GET " + url.getRawPath() + " HTTP/1.1\r\nHost: fake\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** Reads to the end of the connection. */
  End readToEnd() throws IOException {
    try {
      InputStream in = socket.getInputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        received.write(b);
      }
      return End.CLOSED;
    } catch (SocketTimeoutException e) {
      return End.SILENT;
    } catch (SocketException e) {
      return End.RESET;
    }
  }

  /** Reads head and so many bytes, then sees whether the server says more within 50 ms. */
  End readThenListen(int bodyBytes) throws IOException {
    InputStream in = socket.getInputStream();
    while (!head().endsWith("\r\n\r\n")) {
      received.write(in.read());
    }
    received.write(in.readNBytes(bodyBytes));
    socket.setSoTimeout(50);
    End end = readToEnd();
    socket.setSoTimeout(30_000);
    return end;
  }

  /** What came up to and with the empty line. */
  String head() {
    String all = text();
    int end = all.indexOf("\r\n\r\n");
    return end < 0 ? all : all.substring(0, end + 4);
  }

  byte[] body() {
    return text().substring(head().length()).getBytes(StandardCharsets.ISO_8859_1);
  }

  private String text() {
    return received.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
