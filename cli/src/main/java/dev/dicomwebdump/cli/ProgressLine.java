package dev.dicomwebdump.cli;

import dev.dicomwebdump.dump.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The words of a progress line, the most important first. */
final class ProgressLine {

  /** Before so many resources are done, what is left cannot be told. */
  private static final int ENOUGH_TO_TELL = 10;

  /** The line, cut to a width. */
  String text(Progress progress, Duration elapsed, int width) {
    String text = String.join("  ", words(progress, elapsed));
    return text.length() <= width ? text : text.substring(0, Math.max(0, width));
  }

  private static List<String> words(Progress progress, Duration elapsed) {
    List<String> words = new ArrayList<>();
    words.add(progress.done() + "/" + progress.known() + " resources");
    words.add(Quantities.bytes(progress.bytes()));
    words.add(Quantities.rate(progress.bytes(), elapsed));
    if (progress.failures() > 0) {
      words.add(progress.failures() + " failed");
    }
    if (progress.done() >= ENOUGH_TO_TELL && progress.known() > progress.done()) {
      words.add(Quantities.time(left(progress, elapsed)) + " left");
    }
    return words;
  }

  private static Duration left(Progress progress, Duration elapsed) {
    double perResource = (double) elapsed.toMillis() / progress.done();
    return Duration.ofMillis((long) (perResource * (progress.known() - progress.done())));
  }
}
