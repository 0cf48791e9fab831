package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a dump could not be read. Immutable.
 *
 * @param count how many records, folders and summaries
 * @param named the first of them by their paths, at most {@value #MOST_NAMED}
 */
public record Unread(long count, List<Entry> named) {

  /** The most that are named. */
  public static final int MOST_NAMED = 20;

  /** All could be read. */
  public static final Unread NOTHING = new Unread(0, List.of());

  public Unread {
    named = List.copyOf(named);
  }

  /**
   * One of them.
   *
   * @param path where it lies, relative to the folder
   * @param why how a sentence goes on that begins with the path
   */
  public record Entry(String path, String why) {

    /** One line for a person; what steers a terminal is taken out of the names of files. */
    public String line() {
      return (path + " " + why).replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    }
  }

  /** Why a record or folder could not be read, as {@link Entry#why}. */
  public static String why(IOException e) {
    return e instanceof FormatException
        ? "is no record: " + e.getMessage()
        : String.valueOf(new OutputException("cannot be read", e).getMessage());
  }

  /** Whether all could be read. */
  public boolean isNothing() {
    return count == 0;
  }

  /**
   * Tells a person: a line for each that is named, and one for all; none where all was read.
   *
   * @param consequence what follows for all of them, such as "in no figure"
   */
  public List<String> lines(String consequence) {
    List<String> lines = new ArrayList<>();
    named.forEach(entry -> lines.add(entry.line()));
    if (count > 0) {
      lines.add(count + " cannot be read: " + consequence);
    }
    return lines;
  }
}
