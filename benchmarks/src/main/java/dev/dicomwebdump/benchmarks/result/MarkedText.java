package dev.dicomwebdump.benchmarks.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a page that a program writes: what is between two comments. */
public final class MarkedText {

  private static final String BEGIN = "<!-- benchmark: begin -->\n";
  private static final String END = "<!-- benchmark: end -->";

  private MarkedText() {}

  /**
   * Replaces it.
   *
   * @throws IOException where the page has not both comments, too
   */
  public static void replace(Path page, String text) throws IOException {
    String old = Files.readString(page);
    int begin = old.indexOf(BEGIN);
    int end = old.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(page + " does not say where the results go");
    }
    Files.writeString(
        page, old.substring(0, begin + BEGIN.length()) + "\n" + text + "\n" + old.substring(end));
  }
}
