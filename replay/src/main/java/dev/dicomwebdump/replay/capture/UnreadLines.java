package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.Unread;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Says what of a dump cannot be read: each file in one line, once, and of very many the first. Safe
 * for use by many threads at once.
 */
final class UnreadLines {

  private final Consumer<String> warnings;
  private final Set<String> said = new HashSet<>();

  /**
   * @param warnings hears the lines
   */
  UnreadLines(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  /** A record or folder cannot be read. */
  synchronized void say(String path, IOException e) {
    if (said.size() < Unread.MOST_NAMED && said.add(path)) {
      warnings.accept(new Unread.Entry(path, Unread.why(e)).line());
      if (said.size() == Unread.MOST_NAMED) {
        warnings.accept("if more cannot be read, it is not said");
      }
    }
  }
}
