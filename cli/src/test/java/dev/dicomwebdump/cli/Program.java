package dev.dicomwebdump.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Runs the program in this process and hears what it says. */
final class Program {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private static final Surroundings AROUND = new Surroundings(Map.of(), user -> null);

  private final Terminal terminal =
      new Terminal(
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          false,
          80);

  int run(String... args) {
    return Main.run(args, terminal, AROUND);
  }

  /** The command with its options read, and not run. */
  DumpCommand parse(String... args) {
    DumpCommand command = new DumpCommand(terminal, AROUND);
    Main.dumpLine(command, terminal).parseArgs(args);
    return command;
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
