package dev.dicomwebdump.testkit.server;

import java.util.HashSet;
import java.util.Set;

/**
 * How the server answers searches (PS3.18 section 10.6), and how it deviates. Immutable; the
 * methods give changed copies, which can be put together: {@code
 * Searching.standard().pageLimit(100).withoutWarning()}.
 *
 * @param mostOnPage the most results on a page, whatever limit says
 * @param warns whether a page with more results behind it has {@code Warning: 299}
 * @param heedsOffset whether offset counts
 * @param fewer how many results a page has fewer than it should, as long as it has one
 * @param noMatchStatus 204, or 200 with an empty array
 * @param refused parameters that are answered with 400
 * @param most the most results, on the page and behind it, before the answer is 413
 * @param reach the results that can be had by paging; an offset beyond them is answered with 400
 */
public record Searching(
    int mostOnPage,
    boolean warns,
    boolean heedsOffset,
    int fewer,
    int noMatchStatus,
    Set<String> refused,
    int most,
    int reach) {

  public Searching {
    refused = Set.copyOf(refused);
  }

  /** As the standard says, with no limit of its own. */
  public static Searching standard() {
    int any = Integer.MAX_VALUE;
    return new Searching(any, true, true, 0, 204, Set.of(), any, any);
  }

  /** Gives no more results on a page. */
  public Searching pageLimit(int results) {
    return new Searching(results, warns, heedsOffset, fewer, noMatchStatus, refused, most, reach);
  }

  /** Does not say that there are more results. */
  public Searching withoutWarning() {
    return new Searching(
        mostOnPage, false, heedsOffset, fewer, noMatchStatus, refused, most, reach);
  }

  /** Gives the first page for ever. */
  public Searching ignoringOffset() {
    return new Searching(mostOnPage, warns, false, fewer, noMatchStatus, refused, most, reach);
  }

  /** Gives pages that are shorter than was asked for, also where they are not the last. */
  public Searching shortPages() {
    return new Searching(mostOnPage, warns, heedsOffset, 1, noMatchStatus, refused, most, reach);
  }

  /** Answers 200 with an empty array where nothing matches. */
  public Searching emptyArray() {
    return new Searching(mostOnPage, warns, heedsOffset, fewer, 200, refused, most, reach);
  }

  /** Answers 400 to requests with such a parameter, and with those that were told before. */
  public Searching refusing(String parameter) {
    Set<String> all = new HashSet<>(refused);
    all.add(parameter);
    return new Searching(mostOnPage, warns, heedsOffset, fewer, noMatchStatus, all, most, reach);
  }

  /** Answers 413 where a page would have more results. */
  public Searching tooLargeAbove(int results) {
    return new Searching(
        mostOnPage, warns, heedsOffset, fewer, noMatchStatus, refused, results, reach);
  }

  /** Answers 400 to an offset of so many or more. */
  public Searching reach(int results) {
    return new Searching(
        mostOnPage, warns, heedsOffset, fewer, noMatchStatus, refused, most, results);
  }
}
