package dev.dicomwebdump.exchange;

import java.util.Locale;

/** What became of a resource that was asked for. */
public enum Outcome {
  /** It is there, whole. */
  COMPLETE,
  /** Some of it came; it is kept apart from what is whole. */
  INCOMPLETE,
  /** It was not had. */
  FAILED,
  /** The server does not have this level of metadata at all, and another level stands in for it. */
  UNSUPPORTED;

  /** The name in records and summaries. */
  public String published() {
    return name().toLowerCase(Locale.ROOT);
  }
}
