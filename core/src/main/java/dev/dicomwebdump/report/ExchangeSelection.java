package dev.dicomwebdump.report;

import java.util.List;

/**
 * The exchanges one by one, in the order in which they began. All of them, up to {@value #MOST}; of
 * more than that the first {@value #FIRST}, the slowest {@value #SLOWEST}, {@value #FAILED} with a
 * problem, drawn evenly where there are more, and so many drawn evenly from all that it is {@value
 * #MOST}. The same dump gives the same ones. Immutable.
 *
 * @param total how many exchanges there are
 * @param shown those that were selected
 */
public record ExchangeSelection(long total, List<ExchangeFigures> shown) {

  /** The most that are shown. */
  public static final int MOST = 2000;

  /** Of more, how many of the first. */
  public static final int FIRST = 500;

  /** Of more, how many of the slowest. */
  public static final int SLOWEST = 500;

  /** Of more, how many of those with a problem, at most. */
  public static final int FAILED = 500;

  public ExchangeSelection {
    shown = List.copyOf(shown);
  }

  /** Whether all exchanges are shown. */
  public boolean isWhole() {
    return shown.size() == total;
  }

  /** One line that says which exchanges are shown. */
  public String rule() {
    return isWhole()
        ? "all exchanges"
        : ("%d of %d exchanges: the first %d, the slowest %d, up to %d with a problem,"
                + " the others drawn evenly")
            .formatted(shown.size(), total, FIRST, SLOWEST, FAILED);
  }
}
