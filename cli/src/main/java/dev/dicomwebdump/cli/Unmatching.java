package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.Unmatched;
import java.util.List;
import java.util.stream.Collectors;

/** Says which words of the selection brought nothing: a mistyped one must not pass for a dump. */
final class Unmatching {

  private Unmatching() {}

  /** One line for all of them; none when there are none. */
  static void say(List<Unmatched> words, Terminal terminal) {
    if (!words.isEmpty()) {
      terminal.say(
          words.stream()
              .map(Unmatched::toString)
              .collect(Collectors.joining(", ", "nothing in the studies matches ", "")));
    }
  }
}
