package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.archive.SummaryJson;
import dev.dicomwebdump.dump.DicomwebDump;
import dev.dicomwebdump.dump.DumpRequest;
import dev.dicomwebdump.dump.DumpResult;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;

/** Runs one dump, shows it, and tells how it ended. */
final class Dumping {

  private static final int MANY_REQUESTS = 200;

  private final DumpRequest request;
  private final ViewOptions options;
  private final Terminal terminal;

  Dumping(DumpRequest request, ViewOptions options, Terminal terminal) {
    this.request = request;
    this.options = options;
    this.terminal = terminal;
  }

  ExitCode run() throws InterruptedException {
    EventListener listener = new EventLines(terminal, options);
    DicomwebDump dump = new DicomwebDump(request, listener, terminal::say);
    Interrupts interrupts = new Interrupts(dump::interrupt);
    try {
      DumpResult result = watched(dump);
      show(result);
      return ExitCode.of(result);
    } finally {
      interrupts.close();
    }
  }

  private DumpResult watched(DicomwebDump dump) throws InterruptedException {
    try (ProgressView view = options.view(terminal)) {
      view.begin(dump::progress);
      return dump.run();
    }
  }

  private void show(DumpResult result) {
    if (options.json) {
      printJson(result);
    } else if (!options.quiet) {
      new SummaryText(request, result).lines().forEach(terminal.out()::println);
    }
    if (result.end() != RunEnd.FINISHED) {
      terminal.say(result.end().published() + ": " + result.overall().run().endMessage());
    }
    if (request.concurrency() == 1
        && result.overall().run().requests() > MANY_REQUESTS
        && !options.quiet) {
      terminal.say("hint: one request at a time; -c 8 keeps eight in flight");
    }
  }

  private void printJson(DumpResult result) {
    try {
      terminal.out().write(SummaryJson.encode(result.overall()));
      terminal.out().flush();
    } catch (IOException e) {
      throw new OutputException("cannot write to stdout", e);
    }
  }
}
