package dev.dicomwebdump.crawl;

import org.jspecify.annotations.Nullable;

/**
 * A search has ended. Immutable.
 *
 * @param outcome what is known of what was found
 * @param why one line for a person: why it is not all, or in what the server deviates; null where
 *     there is nothing to say, never null where it is not all
 * @param form how the server was asked in the end: for the next search
 */
public record PagingEnd(Outcome outcome, @Nullable String why, PageForm form) implements Paging {

  /** What is known of what was found. */
  public enum Outcome {
    /** It is all, as far as the server tells. */
    ALL,
    /** There is more, or may be, that this search cannot have; a narrower one may. */
    CUT,
    /** The server did not answer; a narrower search will not help. */
    FAILED
  }
}
