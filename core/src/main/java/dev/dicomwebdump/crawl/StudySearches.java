package dev.dicomwebdump.crawl;

import dev.dicomwebdump.crawl.PagingEnd.Outcome;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The searches that find all studies of a query on a server that gives only so many results to one:
 * a search that is cut is divided by Study Date, and again, down to single days. Not thread-safe.
 *
 * <p>Each day of the query is in an undivided search in the end, or told as left out. Studies
 * without a date are found by a search that says no date; where that one is cut, those of them that
 * it did not give are beyond reach, and that is told too.
 */
public final class StudySearches {

  /** So that a server that does not heed dates, and does not show it, is not asked for ever. */
  private static final int MOST_SEARCHES = 10_000;

  private final LocalDate today;
  private final Deque<StudyQuery> left = new ArrayDeque<>();
  private final List<String> shortfalls = new ArrayList<>();
  private int searches;

  /**
   * @param today a range with an open end is divided where studies are likely to end
   */
  public StudySearches(StudyQuery query, LocalDate today) {
    this.today = today;
    left.push(query);
  }

  /** The next search, the earlier days first; null after the last. */
  public @Nullable StudyQuery next() {
    if (searches == MOST_SEARCHES && !left.isEmpty()) {
      shortfalls.add(
          "after " + searches + " searches " + left.size() + " ranges of dates were not searched");
      left.clear();
    }
    searches++;
    return left.poll();
  }

  /**
   * A search was carried out.
   *
   * @param query as {@link #next} gave it
   * @param end how it ended
   * @param heedsDates whether all studies that it found and that have a date are of its days
   */
  public void ended(StudyQuery query, PagingEnd end, boolean heedsDates) {
    if (end.outcome() == Outcome.ALL) {
      return;
    }
    DateRange dates = query.dates() == null ? DateRange.ALWAYS : query.dates();
    List<DateRange> halves = dates.halves(today);
    if (end.outcome() == Outcome.FAILED || halves.isEmpty() || !heedsDates) {
      shortfalls.add(of(query) + end.why() + (heedsDates ? "" : "; it does not heed StudyDate"));
      return;
    }
    if (query.dates() == null) {
      shortfalls.add("studies without a Study Date may be missing: " + end.why());
    }
    left.push(query.withDates(halves.get(1)));
    left.push(query.withDates(halves.get(0)));
  }

  private static String of(StudyQuery query) {
    return query.dates() == null ? "" : "StudyDate " + query.dates() + ": ";
  }

  /** What was left out, and why, a line each; empty when all studies were found. */
  public List<String> shortfalls() {
    return List.copyOf(shortfalls);
  }
}
