package dev.dicomwebdump.cli;

import dev.dicomwebdump.stress.Expectation;
import dev.dicomwebdump.stress.Stress;
import dev.dicomwebdump.stress.StressJson;
import dev.dicomwebdump.stress.StressResult;
import dev.dicomwebdump.stress.StressSettings;
import java.util.List;
import java.util.Objects;

/** Runs one stress test, shows it, and tells how it ended. */
final class Stressing {

  private final StressSettings settings;
  private final List<Expectation> expectations;
  private final ViewOptions options;
  private final Terminal terminal;

  Stressing(
      StressSettings settings,
      List<Expectation> expectations,
      ViewOptions options,
      Terminal terminal) {
    this.settings = settings;
    this.expectations = expectations;
    this.options = options;
    this.terminal = terminal;
  }

  ExitCode run() throws InterruptedException {
    Stress stress = new Stress(settings, new EventLines(terminal, options), terminal::say);
    Interrupts interrupts = new Interrupts(stress::windDown, stress::interrupt, this::hint);
    try {
      StressResult result = watched(stress);
      show(result);
      return exitCode(result);
    } finally {
      interrupts.close();
    }
  }

  private void hint(String line) {
    if (!options.quiet) {
      terminal.say(line);
    }
  }

  private StressResult watched(Stress stress) throws InterruptedException {
    try (ProgressView view = options.view(terminal)) {
      view.begin(new StressView(stress::progress));
      return stress.run();
    }
  }

  private void show(StressResult result) {
    if (options.json) {
      terminal.print(StressJson.encode(result, expectations));
      result.limits().forEach(this::hint);
    } else if (!options.quiet) {
      new StressText(result).lines().forEach(terminal.out()::println);
    }
  }

  /** Who says what is expected says how many failures are too many. */
  private ExitCode exitCode(StressResult result) {
    List<String> unmet =
        expectations.stream()
            .map(expectation -> expectation.unmetBy(result))
            .filter(Objects::nonNull)
            .toList();
    unmet.forEach(terminal::say);
    if (result.whole().requests() == 0) {
      terminal.say("nothing was measured");
      return ExitCode.NOTHING;
    }
    if (!expectations.isEmpty()) {
      return unmet.isEmpty() ? ExitCode.COMPLETE : ExitCode.FOUND;
    }
    return result.whole().failed() == 0 ? ExitCode.COMPLETE : ExitCode.INCOMPLETE;
  }
}
