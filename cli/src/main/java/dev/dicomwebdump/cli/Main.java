package dev.dicomwebdump.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** Where the program begins. */
public final class Main {

  private static final Set<String> COMMANDS =
      Set.of(
          "dump",
          VerifyCommand.NAME,
          ReportCommand.NAME,
          ServeCommand.NAME,
          StressCommand.NAME,
          DemoCommand.NAME);

  private Main() {}

  /**
   * Runs the program and ends the process with its exit code.
   *
   * @param args as the user typed them
   */
  public static void main(String[] args) {
    if (hashes(args)) {
      NativeDigest.prepare();
    }
    System.exit(run(args, Terminal.ofProcess(), Surroundings.ofProcess()));
  }

  private static boolean hashes(String[] args) {
    return args.length > 0
        && !args[0].equals(ServeCommand.NAME)
        && Arrays.stream(args).noneMatch(each -> asksForHelp(each) || asksForVersion(each));
  }

  static int run(String[] args, Terminal terminal, Surroundings around) {
    String name = args.length == 0 ? "" : args[0];
    CommandLine line =
        switch (name) {
          case VerifyCommand.NAME -> alone(new VerifyCommand(terminal).line(), name, terminal);
          case ReportCommand.NAME -> alone(new ReportCommand(terminal).line(), name, terminal);
          case ServeCommand.NAME -> alone(new ServeCommand(terminal).line(), name, terminal);
          case StressCommand.NAME ->
              alone(new StressCommand(terminal, around).line(), name, terminal);
          case DemoCommand.NAME -> alone(new DemoCommand(terminal).line(), name, terminal);
          default -> defaultLine(args, terminal, around);
        };
    return line.execute(withoutCommandName(args));
  }

  /** Dump is the default command. Its help lists the others, which nothing else of it loads. */
  private static CommandLine defaultLine(String[] args, Terminal terminal, Surroundings around) {
    DumpCommand command = new DumpCommand(terminal, around);
    return Arrays.stream(args).anyMatch(Main::asksForHelp)
        ? configured(
            command
                .line()
                .addSubcommand(new DemoCommand(terminal).line())
                .addSubcommand(new VerifyCommand(terminal).line())
                .addSubcommand(new ReportCommand(terminal).line())
                .addSubcommand(new ServeCommand(terminal).line())
                .addSubcommand(new StressCommand(terminal, around).line()),
            terminal)
        : dumpLine(command, terminal);
  }

  /** Alone, or as the last of short options that are written together. */
  private static boolean asksForHelp(String argument) {
    boolean isShort = argument.startsWith("-") && !argument.startsWith("--");
    return argument.equals("--help") || (isShort && argument.endsWith("h"));
  }

  private static boolean asksForVersion(String argument) {
    return argument.equals("--version") || argument.equals("-V");
  }

  /** The command that dumps. */
  static CommandLine dumpLine(DumpCommand command, Terminal terminal) {
    return configured(command.line(), terminal);
  }

  /** Run by itself, since it needs none of the options of dump. */
  private static CommandLine alone(CommandLine line, String name, Terminal terminal) {
    return configured(line.setCommandName(Version.NAME + " " + name), terminal);
  }

  private static CommandLine configured(CommandLine line, Terminal terminal) {
    return line.setOut(new PrintWriter(terminal.out(), true, Charset.defaultCharset()))
        .setErr(new PrintWriter(terminal.err(), true, Charset.defaultCharset()))
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Duration.class, new DurationConverter())
        .setParameterExceptionHandler(
            (wrong, given) -> {
              terminal.say(wrongUsage(wrong) + "; see " + helpOf(wrong.getCommandLine()));
              return ExitCode.USAGE.number();
            })
        .setExecutionExceptionHandler(
            (failure, failed, result) -> fail(failure, failed.getCommand(), terminal).number());
  }

  private static String helpOf(CommandLine command) {
    String name = command.getCommandName().replace(Version.NAME, "").strip();
    return name.isEmpty() ? "--help" : name + " --help";
  }

  private static String[] withoutCommandName(String[] args) {
    boolean named = args.length > 0 && COMMANDS.contains(args[0]);
    return named ? Arrays.copyOfRange(args, 1, args.length) : args;
  }

  /** A misspelt option is told before those that are missing because of it. */
  private static String wrongUsage(CommandLine.ParameterException wrong) {
    List<String> unknown = wrong.getCommandLine().getUnmatchedArguments();
    return unknown.isEmpty() ? String.valueOf(wrong.getMessage()) : unknown(unknown.get(0));
  }

  /** A value may be a secret, and so may a word that is no option's. */
  private static String unknown(String argument) {
    return argument.startsWith("-")
        ? "Unknown option: " + argument.replaceFirst("(?s)[=:\\s].*", "")
        : "A word belongs to no option; one with blanks needs quotes";
  }

  private static ExitCode fail(Exception failure, Command command, Terminal terminal) {
    ExitCode code = ExitCode.of(failure);
    if (code == ExitCode.DEFECT) {
      terminal.say("a defect of this program, please report it: " + failure);
    } else {
      terminal.say(String.valueOf(failure.getMessage()));
    }
    if (command.debug()) {
      failure.printStackTrace(terminal.err());
    } else if (code == ExitCode.DEFECT) {
      terminal.say("--debug shows where it happened");
    }
    return code;
  }
}
