package dev.dicomwebdump.cli;

import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

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

  /** To the line's beginning, and erase the line: the live line makes way. */
  private static final String CLEAR_LINE = "\r\u001b[K";

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
    err.println((isInteractive ? CLEAR_LINE : "") + "dicomweb-dump: " + line);
  }

  /**
   * Prints a result as it stands.
   *
   * @throws OutputException when stdout is closed or full
   */
  void print(byte[] document) {
    out.write(document, 0, document.length);
    requireSound();
  }

  /**
   * Prints the lines of a result.
   *
   * @throws OutputException when stdout is closed or full
   */
  void print(List<String> lines) {
    lines.forEach(out::println);
    requireSound();
  }

  /**
   * Sees that all came through that was printed.
   *
   * @throws OutputException when stdout is closed or full
   */
  void requireSound() {
    if (out.checkError()) {
      throw new OutputException("cannot write to stdout", new IOException("it is closed or full"));
    }
  }
}
