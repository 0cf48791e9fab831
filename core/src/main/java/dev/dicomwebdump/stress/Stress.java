package dev.dicomwebdump.stress;

import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.fetch.Fetcher;
import dev.dicomwebdump.fetch.SingleFetcher;
import dev.dicomwebdump.transport.HttpTransport;
import dev.dicomwebdump.transport.Transport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests of studies again and again, judges what comes, and measures how long it takes.
 * Writes nothing but the log of histograms. One object is one run; its methods may be called by any
 * thread.
 */
public final class Stress {

  private final StressSettings settings;
  private final EventListener listener;
  private final Consumer<String> warnings;
  private @Nullable Fetcher negotiating;
  private @Nullable SingleFetcher single;
  private @Nullable LoadRun run;
  private boolean ended;

  /**
   * @param listener hears of each request of the run that is over, the warm-up's included
   * @param warnings hears, in a line each, of what is left out
   */
  public Stress(StressSettings settings, EventListener listener, Consumer<String> warnings) {
    this.settings = settings;
    this.listener = listener;
    this.warnings = warnings;
  }

  /**
   * Runs to the end. Failed requests are in the result; what ends the run as a whole is an
   * exception.
   *
   * @throws CannotStressException when there is nothing to ask for, or nobody who answers
   * @throws dev.dicomwebdump.exchange.OutputException when the log cannot be written
   * @throws dev.dicomwebdump.credentials.CredentialsUnavailableException when there are no
   *     credentials to be had
   * @throws InterruptedException when the thread was interrupted; nothing more is asked for then
   */
  public StressResult run() throws InterruptedException {
    try (Transport transport = new HttpTransport(settings.transport());
        HdrLog log = log(settings.hdrLog())) {
      Fetcher asking =
          new Fetcher(settings.root(), settings.fetch(), transport, EventListener.NONE);
      SingleFetcher fetcher = new SingleFetcher(settings.root(), settings.fetch(), transport);
      prepare(asking, fetcher);
      Preparation preparation = new Preparation(settings, warnings);
      AskList list = preparation.list(asking, fetcher);
      return begun(new LoadRun(settings, preparation.source(list), fetcher, listener))
          .run(list, log);
    }
  }

  private @Nullable HdrLog log(@Nullable Path file) {
    return file == null ? null : new HdrLog(file, settings.program());
  }

  /**
   * Lets no more requests begin: {@link #run} returns what there is when those in flight have
   * ended. While it is still being found out what there is to ask for, that ends.
   */
  public synchronized void windDown() {
    ended = true;
    if (run != null) {
      run.windDown();
    } else if (negotiating != null) {
      negotiating.cancel();
    }
  }

  /** Ends what is in flight, too. */
  public synchronized void interrupt() {
    windDown();
    if (single != null) {
      single.cancel();
    }
  }

  /** How far the run is. */
  public synchronized StressProgress progress() {
    return run == null
        ? new StressProgress(true, Duration.ZERO, Duration.ZERO, false, 0, 0, 0, 0, Second.NONE)
        : run.progress();
  }

  private synchronized void prepare(Fetcher asking, SingleFetcher fetcher) {
    negotiating = asking;
    single = fetcher;
    if (ended) {
      asking.cancel();
    }
  }

  private synchronized LoadRun begun(LoadRun begun) {
    run = begun;
    if (ended) {
      begun.windDown();
    }
    return begun;
  }
}
