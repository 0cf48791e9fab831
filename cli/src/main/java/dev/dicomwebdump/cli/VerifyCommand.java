package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.FindingsJson;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.verify.Verified;
import dev.dicomwebdump.verify.Verifier;
import java.io.IOException;
import java.nio.file.Path;

/** {@code dicomweb-dump verify FOLDER}: proves a dump anew, without the server. */
final class VerifyCommand extends Command {

  static final String NAME = "verify";

  private final Given<Path> folder = folder("A dump, or the folder of one of its studies.");

  private final Given<Boolean> json =
      flag("--json").described("One JSON document on stdout in place of lines.");

  private final Given<Boolean> debug = flag("--debug").described("Show a stack trace on a defect.");

  private final Terminal terminal;

  VerifyCommand(Terminal terminal) {
    super(NAME);
    this.terminal = terminal;
    help()
        .sortOptions(true)
        .description("Proves a dump anew, without the server: each finding is one line.")
        .footer(
            "  0 nothing was found; 1 there is no dump; 2 wrong usage;",
            "  4 something was found; 5 the output could not be written; 70 a defect");
  }

  @Override
  boolean debug() {
    return debug.value();
  }

  @Override
  public Integer call() {
    try {
      Verified verified = json.value() ? asJson() : asLines();
      return exitCode(verified).number();
    } catch (IOException e) {
      terminal.say(
          "no dump: " + new OutputException("cannot read " + folder.value(), e).getMessage());
      return ExitCode.NOTHING.number();
    }
  }

  private Verified asLines() throws IOException {
    Verified verified = new Verifier(folder.value(), terminal.out()::println).run();
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
                  folder.value(),
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
      terminal.say("no dump: there is no study in " + folder.value());
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
