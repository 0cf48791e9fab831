package dev.dicomwebdump.cli;

import java.io.PrintStream;

/**
 * Where the program speaks.
 *
 * @param out takes results
 * @param err takes progress, warnings and errors
 * @param isInteractive whether a person watches {@code err}
 * @param columns how wide {@code err} is, when a person watches
 */
record Terminal(PrintStream out, PrintStream err, boolean isInteractive, int columns) {

  private static final int USUAL_COLUMNS = 80;

  /** The process's own streams; the launcher tells whether they are a terminal. */
  static Terminal ofProcess() {
    return new Terminal(
        System.out,
        System.err,
        Boolean.getBoolean("dicomwebdump.terminal"),
        Integer.getInteger("dicomwebdump.columns", USUAL_COLUMNS));
  }

  /** One line for the user that is no result. */
  void say(String line) {
    err.println("dicomweb-dump: " + line);
  }
}
