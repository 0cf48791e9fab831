package dev.dicomwebdump.report.page;

/** A part of the page, with a heading. */
interface Section {

  /** The name that links in the page lead to. */
  String id();

  /** The heading. */
  String title();

  /** Whether there is nothing to show; the page is without it then. */
  boolean isEmpty();

  /** Writes what stands below the heading. */
  void write(Html html);
}
