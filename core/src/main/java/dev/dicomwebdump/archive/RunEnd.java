package dev.dicomwebdump.archive;

import java.util.Locale;

/** How a run ended. */
public enum RunEnd {
  /** Nothing was left to ask for. */
  FINISHED,
  /** It stopped at the first failure, as the user wished. */
  ABORTED,
  /** The user or the system ended it. */
  INTERRUPTED,
  /** The server was gone for too long, refused the credentials, or set a limit. */
  GAVE_UP;

  /** The name in summaries: lower case, words joined by a hyphen. */
  public String published() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
