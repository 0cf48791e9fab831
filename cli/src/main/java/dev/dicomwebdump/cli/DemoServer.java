package dev.dicomwebdump.cli;

import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.replay.NoDumpException;
import dev.dicomwebdump.replay.Pace;
import dev.dicomwebdump.replay.ReplayServer;
import dev.dicomwebdump.replay.ReplaySettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The bundled capture, unpacked into a folder of its own and served on a free loopback port. Server
 * and folder go when it is closed, or when the process is asked to end; but not while it is used.
 */
final class DemoServer implements AutoCloseable {

  /** As over a network, so that there is progress to see. */
  private static final Pace PACE = new Pace(0, Duration.ofMillis(20));

  private final TemporaryFolder folder = TemporaryFolder.make();
  private final Consumer<String> user;
  private final Semaphore use = new Semaphore(1);
  private final Thread hook = new Thread(this::endWithProcess, "demo-end");
  private @Nullable ReplayServer server;

  private DemoServer(Consumer<String> user) {
    this.user = user;
  }

  /**
   * Starts it.
   *
   * @param user hears of what cannot be read, and of a folder that cannot be removed
   * @throws IOException when there is no listening
   * @throws OutputException when the capture cannot be unpacked
   */
  static DemoServer start(Consumer<String> user) throws IOException {
    DemoServer demo = new DemoServer(user);
    Runtime.getRuntime().addShutdownHook(demo.hook);
    try {
      demo.begin();
      return demo;
    } catch (IOException | RuntimeException e) {
      demo.close();
      throw e;
    }
  }

  private void begin() throws IOException {
    use.acquireUninterruptibly();
    try {
      unpack();
      server = ReplayServer.start(ReplaySettings.of(folder.path()).withPace(PACE), user);
    } catch (NoDumpException e) {
      throw new IllegalStateException("the bundled capture is none", e);
    } finally {
      use.release();
    }
  }

  private void unpack() {
    try {
      DemoCapture.unpack(folder.path());
    } catch (IOException e) {
      throw new OutputException("cannot unpack the demo into " + folder.path(), e);
    }
  }

  /** Uses it; the action gets the root URL. */
  int use(ToIntFunction<String> action) {
    use.acquireUninterruptibly();
    try {
      return action.applyAsInt(Objects.requireNonNull(server).rootUrl());
    } finally {
      use.release();
    }
  }

  @Override
  public void close() {
    use.acquireUninterruptibly();
    end();
    use.release();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // The process is ending: the hook finds nothing to do.
    }
  }

  /** Nobody uses it after this: the process ends. */
  private void endWithProcess() {
    use.acquireUninterruptibly();
    end();
  }

  private void end() {
    if (server != null) {
      server.close();
    }
    try {
      folder.remove();
    } catch (IOException e) {
      user.accept("cannot remove " + folder.path() + ": " + e);
    }
  }
}
