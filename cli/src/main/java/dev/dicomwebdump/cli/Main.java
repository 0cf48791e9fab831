package dev.dicomwebdump.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** Where the program begins. */
public final class Main {

  private Main() {}

  /**
   * Runs the program and ends the process with its exit code.
   *
   * @param args as the user typed them
   */
  public static void main(String[] args) {
    System.exit(run(args, Terminal.ofProcess(), Surroundings.ofProcess()));
  }

  static int run(String[] args, Terminal terminal, Surroundings around) {
    DumpCommand command = new DumpCommand(terminal, around);
    return new CommandLine(command)
        .setOut(new PrintWriter(terminal.out(), true, Charset.defaultCharset()))
        .setErr(new PrintWriter(terminal.err(), true, Charset.defaultCharset()))
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Duration.class, new DurationConverter())
        .setParameterExceptionHandler(
            (wrong, given) -> {
              terminal.say(wrongUsage(wrong) + "; see --help");
              return ExitCode.USAGE.number();
            })
        .setExecutionExceptionHandler(
            (failure, line, result) -> fail(failure, command.views.debug, terminal).number())
        .execute(withoutCommandName(args));
  }

  /** Dump is the default command, and may be named. */
  private static String[] withoutCommandName(String[] args) {
    return args.length > 0 && args[0].equals("dump")
        ? Arrays.copyOfRange(args, 1, args.length)
        : args;
  }

  /** A misspelt option is told before those that are missing because of it. */
  private static String wrongUsage(CommandLine.ParameterException wrong) {
    List<String> unknown = wrong.getCommandLine().getUnmatchedArguments();
    return unknown.isEmpty()
        ? String.valueOf(wrong.getMessage())
        : "Unknown option: " + withoutValue(unknown.get(0));
  }

  /** A value may be a secret, and so may a word that is no option's. */
  private static String withoutValue(String argument) {
    return argument.startsWith("-") ? argument.replaceFirst("(?s)[=:\\s].*", "") : "a bare word";
  }

  private static ExitCode fail(Exception failure, boolean debug, Terminal terminal) {
    ExitCode code = ExitCode.of(failure);
    if (code == ExitCode.DEFECT) {
      terminal.say("a defect of this program, please report it: " + failure);
    } else {
      terminal.say(String.valueOf(failure.getMessage()));
    }
    if (debug) {
      failure.printStackTrace(terminal.err());
    } else if (code == ExitCode.DEFECT) {
      terminal.say("--debug shows where it happened");
    }
    return code;
  }
}
