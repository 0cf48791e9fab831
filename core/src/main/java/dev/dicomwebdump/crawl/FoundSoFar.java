package dev.dicomwebdump.crawl;

/**
 * What the pages of a search brought so far. Immutable.
 *
 * @param entries how many entries they have, of any sort: where the next page begins
 * @param named how many different things they name
 * @param largest how many entries the largest page has
 * @param mayBeCut whether the last page may not have all that there is
 * @param saysMore whether the server says so
 */
record FoundSoFar(long entries, long named, long largest, boolean mayBeCut, boolean saysMore) {

  static final FoundSoFar NOTHING = new FoundSoFar(0, 0, 0, false, false);

  /**
   * With one page more. It is full when it has as many entries as were asked for, or, since the
   * server has a limit of its own where another page came before it, as many as that.
   */
  FoundSoFar with(PageRead page, PageForm form) {
    boolean full = page.entries() >= form.limit() || (largest > 0 && page.entries() >= largest);
    return new FoundSoFar(
        entries + page.entries(),
        named + page.fresh(),
        Math.max(largest, page.entries()),
        full || page.more(),
        page.more());
  }
}
