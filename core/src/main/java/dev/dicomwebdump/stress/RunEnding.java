package dev.dicomwebdump.stress;

import java.util.Locale;

/** What ended a run. */
public enum RunEnding {
  /** Its time was over. */
  DURATION,
  /** As many requests were made as may be. */
  REQUESTS,
  /** The user ended it. */
  INTERRUPTED;

  /** The name in results. */
  public String published() {
    return name().toLowerCase(Locale.ROOT);
  }
}
