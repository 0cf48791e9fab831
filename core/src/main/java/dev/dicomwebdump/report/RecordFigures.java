package dev.dicomwebdump.report;

import java.util.List;

/**
 * How many records there are. Immutable.
 *
 * @param read those that all figures are made of
 * @param damaged those that could not be read, and are in no other figure; a folder or a summary
 *     that could not be read counts as one
 * @param examples some that are damaged, by their paths, at most {@value #MOST_EXAMPLES}
 */
public record RecordFigures(long read, long damaged, List<Damaged> examples) {

  /** The most damaged records that are named. */
  public static final int MOST_EXAMPLES = 20;

  public RecordFigures {
    examples = List.copyOf(examples);
  }

  /**
   * A record that could not be read.
   *
   * @param record where it lies, relative to the folder
   * @param message why, in one line
   */
  public record Damaged(String record, String message) {}
}
