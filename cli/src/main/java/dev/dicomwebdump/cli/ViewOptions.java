package dev.dicomwebdump.cli;

import picocli.CommandLine.Option;

/** The options that say what is shown. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ViewOptions {

  /** How progress is shown. */
  enum ProgressStyle {
    AUTO,
    PLAIN,
    JSON,
    NONE
  }

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress, no summary, only errors.")
  boolean quiet;

  @Option(names = "--json", description = "The summary as JSON on stdout.")
  boolean json;

  @Option(
      names = "--progress",
      paramLabel = "STYLE",
      defaultValue = "auto",
      description = "auto (a live line on a terminal), plain, json or none.")
  ProgressStyle progress;

  @Option(names = "--debug", description = "Show each request, and a stack trace on a defect.")
  boolean debug;

  /** A view of a run's progress, as the options and the terminal want it. */
  ProgressView view(Terminal terminal) {
    if (quiet || progress == ProgressStyle.NONE) {
      return ProgressView.NONE;
    }
    return switch (progress) {
      case JSON -> TickingView.json(terminal.err());
      case PLAIN -> TickingView.plain(terminal.err());
      default ->
          terminal.isInteractive() && !debug
              ? new LiveView(terminal)
              : TickingView.plain(terminal.err());
    };
  }
}
