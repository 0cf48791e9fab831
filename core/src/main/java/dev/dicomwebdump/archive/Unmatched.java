package dev.dicomwebdump.archive;

/**
 * A word of a selection that nothing in the studies of a run matched. Immutable.
 *
 * @param option {@code series}, {@code instance} or {@code modality}
 * @param value the UID, or the modality
 */
public record Unmatched(String option, String value) {

  /** As it was said on the command line. */
  @Override
  public String toString() {
    return "--" + option + " " + value;
  }
}
