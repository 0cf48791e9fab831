package dev.dicomwebdump.benchmarks.trial;

import dev.dicomwebdump.benchmarks.work.Study;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How long the program takes from its start to its first request. */
public final class FirstRequest {

  private static final byte[] NOT_FOUND =
      "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path program;
  private final Path output;

  /**
   * @param output where a dump goes, of which there is nothing to come; is removed
   */
  public FirstRequest(Path program, Path output) {
    this.program = program;
    this.output = output;
  }

  /** Starts the program once: the seconds until the first byte of its first request. */
  public double seconds() throws IOException, InterruptedException {
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      listener.setSoTimeout((int) PATIENCE.toMillis());
      long start = System.nanoTime();
      Process process = start("http://127.0.0.1:" + listener.getLocalPort() + "/dicom-web");
      double seconds = answer(listener, start);
      process.destroy();
      Children.await(process);
      return seconds;
    } finally {
      Folders.remove(output);
    }
  }

  private Process start(String root) throws IOException {
    List<String> command =
        List.of(program.toString(), "-w", root, "-s", Study.UID, "-o", output.toString(), "-q");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static double answer(ServerSocket listener, long start) throws IOException {
    try (Socket socket = listener.accept()) {
      InputStream in = socket.getInputStream();
      if (in.read() < 0) {
        throw new IOException("the program connected and asked for nothing");
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      socket.getOutputStream().write(NOT_FOUND);
      return seconds;
    }
  }
}
