package dev.dicomwebdump.report;

import dev.dicomwebdump.exchange.Problem;
import java.util.List;

/**
 * One thing that went wrong, once or often. Immutable.
 *
 * @param problem its kind
 * @param message what is said of it; numbers and UIDs that differ from case to case are {@code #};
 *     {@link #OTHERS} for all that are more than a hundred
 * @param exchanges how many exchanges had it
 * @param resources how many resources were not had, or not whole, because of it in the end; where
 *     it is less, another request brought what was asked for, or something else stands in
 * @param records some records that tell of it, at most {@value #MOST_RECORDS}
 */
public record ErrorFigures(
    Problem.Kind problem, String message, long exchanges, long resources, List<String> records) {

  /** The message of those for which there is no line of their own. */
  public static final String OTHERS = "others";

  /** The most records that are named. */
  public static final int MOST_RECORDS = 5;

  public ErrorFigures {
    records = List.copyOf(records);
  }
}
