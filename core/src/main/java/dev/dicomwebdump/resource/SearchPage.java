package dev.dicomwebdump.resource;

/**
 * One page of what a search finds: PS3.18 section 8.3.4.4. Immutable.
 *
 * @param number which page, from 1
 * @param query the query with which it is asked for, encoded, without {@code ?}; may be empty
 */
public record SearchPage(int number, String query) {

  public SearchPage {
    if (number < 1) {
      throw new IllegalArgumentException("pages are numbered from 1: " + number);
    }
  }
}
