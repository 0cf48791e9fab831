package dev.dicomwebdump.archive;

/** Whether a payload came in the transfer syntax in which the server holds it. */
public enum Transcoding {
  /** That was asked for. */
  AS_STORED,
  /** Another was asked for, or none, and the response tells one. */
  MAYBE,
  /** Another was asked for, or none, and the response tells none. */
  UNKNOWN
}
