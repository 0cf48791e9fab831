package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.FileAside;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.event.Event;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.report.LiveReport;
import dev.dicomwebdump.report.page.ReportPage;
import dev.dicomwebdump.stress.StressSettings;
import java.nio.file.Path;

/**
 * The report page of a stress test, on its way into a file. Closed without having been written, it
 * leaves nothing behind.
 */
final class StressReport implements AutoCloseable {

  private final FileAside file;
  private final LiveReport report = new LiveReport();

  /**
   * Begins it, for its owner alone: so it is known before the run whether it can be written.
   *
   * @throws dev.dicomwebdump.exchange.OutputException when it cannot be begun
   */
  StressReport(Path path) {
    file = new FileAside(path, Permissions.OWNER_ONLY);
  }

  /** Hears of each exchange, and passes it on. */
  EventListener before(EventListener next) {
    return event -> {
      if (event instanceof Event.ResourceEnded ended) {
        report.add(ended.resource().kind(), ended.outcome(), ended.exchange());
      }
      next.on(event);
    };
  }

  /**
   * Writes the page; to be called once.
   *
   * @throws dev.dicomwebdump.exchange.OutputException when it cannot be written
   */
  void write(StressSettings settings) {
    ReportPage page =
        new ReportPage(report.figures(settings.program(), settings.root().toString()), null, null);
    file.finish(page.encode());
  }

  @Override
  public void close() {
    file.close();
  }
}
