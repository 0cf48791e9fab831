package dev.dicomwebdump.dump;

/** By what the series and instances of a study are named. */
public enum Discovery {
  /** By metadata alone. */
  WADO,
  /** By searches (QIDO-RS) alone. */
  QIDO,
  /** By metadata, and by searches where that is not had. */
  AUTO
}
