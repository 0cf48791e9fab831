package dev.dicomwebdump.cli;

import java.time.Duration;

/** Puts into words how far a run is. Asked by one thread. */
interface ProgressText {

  /** For people: one line, cut to a width. */
  String line(Duration elapsed, int width);

  /** For machines: one JSON object. */
  String json(Duration elapsed);
}
