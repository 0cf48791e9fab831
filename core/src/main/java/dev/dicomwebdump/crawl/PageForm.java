package dev.dicomwebdump.crawl;

/**
 * How a server is asked for pages. What it refused once need not be tried again in the next search.
 * Immutable.
 *
 * @param limit how many results a page may have; 0 to say neither limit nor offset
 * @param fields whether attributes are asked for that servers need not give unasked
 */
public record PageForm(int limit, boolean fields) {

  /** As every search begins, where nothing is known of the server. */
  public static final PageForm FIRST = new PageForm(1000, true);

  /** Some servers refuse a larger limit, in place of giving what they can. */
  private static final int MODEST = 200;

  private static final int LEAST = 10;

  public PageForm {
    if (limit < 0) {
      throw new IllegalArgumentException("a limit is not negative: " + limit);
    }
  }

  boolean isPaged() {
    return limit > 0;
  }

  /** The form to try where this one is refused; itself when there is none. */
  PageForm afterRefusal() {
    if (limit > MODEST) {
      return new PageForm(MODEST, fields);
    }
    return fields ? new PageForm(limit, false) : new PageForm(0, false);
  }

  /** The form to try where this one asks for too much; itself when there is none. */
  PageForm afterTooLarge() {
    return limit <= LEAST ? this : new PageForm(Math.max(limit / 4, LEAST), fields);
  }
}
