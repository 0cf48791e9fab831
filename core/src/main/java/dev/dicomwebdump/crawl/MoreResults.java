package dev.dicomwebdump.crawl;

import java.util.Collection;
import java.util.Locale;

/** Does a server say that there are more results than it gave? PS3.18 section 10.6.3.2. */
public final class MoreResults {

  private static final int PARTIAL_CONTENT = 206;

  private MoreResults() {}

  /**
   * Whether it does: by a status of 206, or by a warning of code 299 that is not about fuzzy
   * matching, the only other one of the standard.
   *
   * @param warnings the values of all headers {@code Warning} of the response
   */
  public static boolean areTold(int status, Collection<String> warnings) {
    return status == PARTIAL_CONTENT
        || warnings.stream()
            .map(warning -> warning.strip().toLowerCase(Locale.ROOT))
            .anyMatch(warning -> warning.startsWith("299") && !warning.contains("fuzzy"));
  }
}
