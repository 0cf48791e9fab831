package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.Unread;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is made of a dump when its run has ended, however it did. */
final class AfterwardsOptions extends OptionGroup {

  private final ReportAfterwards report = together(new ReportAfterwards());

  final HarOptions har = including(new HarOptions());

  /**
   * Sees that the options fit together.
   *
   * @param folder the dump
   * @param json whether a document goes to stdout
   * @throws IllegalArgumentException when they do not
   */
  void check(Path folder, boolean json) {
    har.check(folder, json);
    report.check(folder, har);
  }

  /** Whether anything is to be made. */
  boolean areGiven() {
    return har.file.value() != null || report.file.value() != null;
  }

  /**
   * Begins the page, so that it is known before a long run whether it can be written. The caller
   * closes it; null where none is wanted.
   *
   * @throws dev.dicomwebdump.exchange.OutputException when it cannot be begun
   */
  @Nullable ReportFile beginPage() {
    return report.begin();
  }

  /**
   * Writes it all as it was begun, and says what of the folder could not be read.
   *
   * @return whether all could be read
   * @throws dev.dicomwebdump.exchange.OutputException when it cannot be written
   */
  static boolean write(HarOutput log, @Nullable ReportFile page, Path folder, Terminal terminal) {
    Set<String> lines = new LinkedHashSet<>(log.write().lines("not in the HAR log"));
    if (page != null) {
      Unread unread = ReportAfterwards.write(page, folder, terminal);
      lines.addAll(unread.lines("in no figure of the report"));
    }
    lines.forEach(terminal::say);
    return lines.isEmpty();
  }
}
