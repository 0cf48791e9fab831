package dev.dicomwebdump.cli;

/** The options that say what is shown. */
final class ViewOptions extends OptionGroup {

  /** How progress is shown. */
  enum ProgressStyle {
    AUTO,
    PLAIN,
    JSON,
    NONE
  }

  final Given<Boolean> quiet =
      flag("-q", "--quiet").described("No progress, no summary, only errors.");

  final Given<Boolean> json = flag("--json").described("The summary as JSON on stdout.");

  private final Given<ProgressStyle> progress =
      usually("auto", ProgressStyle.class, "--progress")
          .label("STYLE")
          .described("auto (a live line on a terminal), plain, json or none.");

  final Given<Boolean> debug =
      flag("--debug").described("Show each request, and a stack trace on a defect.");

  /** A view of a run's progress, as the options and the terminal want it. */
  ProgressView view(Terminal terminal) {
    if (quiet.value() || progress.value() == ProgressStyle.NONE) {
      return ProgressView.NONE;
    }
    return switch (progress.value()) {
      case JSON -> TickingView.json(terminal.err());
      case PLAIN -> TickingView.plain(terminal.err());
      default ->
          terminal.isInteractive() && !debug.value()
              ? new LiveView(terminal)
              : TickingView.plain(terminal.err());
    };
  }
}
