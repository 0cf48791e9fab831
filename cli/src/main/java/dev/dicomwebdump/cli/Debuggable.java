package dev.dicomwebdump.cli;

/** A command that shows more of a defect when it is asked to. */
interface Debuggable {

  /** Whether the user asked for a stack trace. */
  boolean debug();
}
