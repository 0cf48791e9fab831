package dev.dicomwebdump.cli;

import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.stress.Expectation;
import dev.dicomwebdump.stress.Stress;
import dev.dicomwebdump.stress.StressJson;
import dev.dicomwebdump.stress.StressResult;
import dev.dicomwebdump.stress.StressSettings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs one stress test, shows it, and tells how it ended. */
final class Stressing {

  private final StressSettings settings;
  private final List<Expectation> expectations;
  private final ViewOptions options;
  private final Metering metering;
  private final @Nullable StressReport report;
  private final Terminal terminal;

  Stressing(
      StressSettings settings,
      List<Expectation> expectations,
      ViewOptions options,
      Metering metering,
      @Nullable StressReport report,
      Terminal terminal) {
    this.settings = settings;
    this.expectations = expectations;
    this.options = options;
    this.metering = metering;
    this.report = report;
    this.terminal = terminal;
  }

  ExitCode run() throws InterruptedException {
    EventListener lines = metering.before(new EventLines(terminal, options));
    EventListener listener = report == null ? lines : report.before(lines);
    Stress stress = new Stress(settings, listener, terminal::say);
    try (metering;
        report) {
      metering.begin(stress);
      return run(stress);
    }
  }

  private ExitCode run(Stress stress) throws InterruptedException {
    Interrupts interrupts = new Interrupts(stress::windDown, stress::interrupt, this::hint);
    try {
      StressResult result = watched(stress);
      show(result);
      if (report != null) {
        report.write(settings);
      }
      return exitCode(result);
    } finally {
      interrupts.close();
    }
  }

  private void hint(String line) {
    if (!options.quiet.value()) {
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
    if (options.json.value()) {
      terminal.print(StressJson.encode(result, expectations));
      result.limits().forEach(this::hint);
    } else if (!options.quiet.value()) {
      terminal.print(new StressText(result).lines());
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
    return result.whole().failed() + result.leftOpen() + result.unread() == 0
        ? ExitCode.COMPLETE
        : ExitCode.INCOMPLETE;
  }
}
