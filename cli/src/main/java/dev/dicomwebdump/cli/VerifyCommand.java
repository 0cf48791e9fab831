package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.FindingsJson;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.verify.Verified;
import dev.dicomwebdump.verify.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dicomweb-dump verify FOLDER}: proves a dump anew, without the server. */
@Command(
    name = VerifyCommand.NAME,
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    description = "Proves a dump anew, without the server: each finding is one line.",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0 nothing was found; 1 there is no dump; 2 wrong usage;",
      "  4 something was found; 5 the output could not be written; 70 a defect"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class VerifyCommand implements Callable<Integer>, Debuggable {

  static final String NAME = "verify";

  @Parameters(paramLabel = "FOLDER", description = "A dump, or the folder of one of its studies.")
  Path folder;

  @Option(names = "--json", description = "One JSON document on stdout in place of lines.")
  boolean json;

  @Option(names = "--debug", description = "Show a stack trace on a defect.")
  boolean debug;

  private final Terminal terminal;

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public boolean debug() {
    return debug;
  }

  @Override
  public Integer call() {
    try {
      Verified verified = json ? asJson() : asLines();
      return exitCode(verified).number();
    } catch (IOException e) {
      terminal.say("no dump: " + new OutputException("cannot read " + folder, e).getMessage());
      return ExitCode.NOTHING.number();
    }
  }

  private Verified asLines() throws IOException {
    Verified verified = new Verifier(folder, terminal.out()::println).run();
    if (verified.studies() > 0 || verified.findings() > 0) {
      terminal.out().println(closingLine(verified));
      if (verified.unkept() > 0) {
        terminal.out().println(unkept(verified.unkept()));
      }
      if (verified.weakest().remains() != null) {
        terminal.out().println(verified.weakest().remains());
      }
    }
    return verified;
  }

  private Verified asJson() throws IOException {
    try (FindingsJson document = new FindingsJson(terminal.out())) {
      Verified verified =
          new Verifier(
                  folder,
                  found -> document.add(found.file(), found.kind().published(), found.message()))
              .run();
      document.end(
          verified.studies(),
          verified.records(),
          verified.bytes(),
          verified.unkept(),
          verified.weakest());
      return verified;
    }
  }

  private ExitCode exitCode(Verified verified) {
    terminal.requireSound();
    if (verified.findings() > 0) {
      return ExitCode.FOUND;
    }
    if (verified.studies() == 0) {
      terminal.say("no dump: there is no study in " + folder);
      return ExitCode.NOTHING;
    }
    return ExitCode.COMPLETE;
  }

  private static String closingLine(Verified verified) {
    return "%s, %s, %s verified: %s"
        .formatted(
            counted(verified.studies(), "study", "studies"),
            counted(verified.records(), "record", "records"),
            counted(verified.bytes(), "byte", "bytes"),
            verified.findings() == 0
                ? "sound"
                : counted(verified.findings(), "finding", "findings"));
  }

  private static String unkept(long bodies) {
    return "records only: "
        + counted(bodies, "body was", "bodies were")
        + " not kept (--records-only): of these only the records are proven, and without metadata"
        + " not that none is missing";
  }

  private static String counted(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
