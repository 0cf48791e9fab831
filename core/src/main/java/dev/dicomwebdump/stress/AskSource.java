package dev.dicomwebdump.stress;

/** What is asked for next. Safe for use by many threads. */
interface AskSource {

  /** The next request; there is always one. */
  Ask next();
}
