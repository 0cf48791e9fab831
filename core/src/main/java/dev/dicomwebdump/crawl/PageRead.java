package dev.dicomwebdump.crawl;

/**
 * What came of one page. Immutable.
 *
 * @param status the status of the response; 0 where none came
 * @param had whether the page was had, whole
 * @param entries how many entries it has, of any sort
 * @param fresh how many of them named what no page before had named
 * @param more whether the server says that there is more than on the page: see {@link MoreResults}
 */
public record PageRead(int status, boolean had, long entries, long fresh, boolean more) {

  /** A page that was had. */
  public static PageRead had(int status, long entries, long fresh, boolean more) {
    return new PageRead(status, true, entries, fresh, more);
  }

  /** A page that was not had, or is not one. */
  public static PageRead notHad(int status) {
    return new PageRead(status, false, 0, 0, false);
  }
}
