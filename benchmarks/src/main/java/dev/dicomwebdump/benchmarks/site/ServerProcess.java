package dev.dicomwebdump.benchmarks.site;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A server of our own. Closing it ends it; it does not outlive us either. */
final class ServerProcess implements Closeable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  private final Process process;
  private final Thread atExit = new Thread(this::end, "end of a server");

  /**
   * Starts it, and waits until its port takes connections.
   *
   * @param log where its output goes
   * @throws IOException when it ends before, or takes too long
   */
  ServerProcess(List<String> command, Path log, int port) throws IOException {
    process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Runtime.getRuntime().addShutdownHook(atExit);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers(port)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        throw new IOException(command.get(0) + " did not start: " + Files.readString(log));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false; // not yet
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    end();
  }

  private void end() {
    process.destroy();
    process.onExit().join();
  }
}
