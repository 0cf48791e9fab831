package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.FileAside;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.event.Event;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.report.LiveReport;
import dev.dicomwebdump.report.page.ReportPage;
import dev.dicomwebdump.stress.StressSettings;
import java.nio.file.Path;

/** The report page of a stress test. */
final class StressReport {

  private final Path file;
  private final LiveReport report = new LiveReport();

  StressReport(Path file) {
    this.file = file;
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
   * Writes the page, for its owner alone.
   *
   * @throws dev.dicomwebdump.exchange.OutputException when it cannot be written
   */
  void write(StressSettings settings) {
    ReportPage page =
        new ReportPage(report.figures(settings.program(), settings.root().toString()), null, null);
    FileAside.write(file, page.encode(), Permissions.OWNER_ONLY);
  }
}
