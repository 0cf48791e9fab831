package dev.dicomwebdump.archive;

import java.util.Locale;

/** What a dump is worth, all in all. */
public enum DumpVerdict {
  /** All that was asked for is there, whole. */
  COMPLETE,
  /** Something is missing, or was not asked for yet. */
  INCOMPLETE,
  /** Nothing could be walked. */
  FAILED;

  /** The name in summaries. */
  public String published() {
    return name().toLowerCase(Locale.ROOT);
  }
}
