package dev.dicomwebdump.dump;

/**
 * What a run does with what earlier runs left. Whole resources are kept and not asked for again,
 * unless this says otherwise. Immutable.
 *
 * @param recheck whether each body that is there is hashed, whatever its length and time
 * @param refresh whether metadata is asked for again; a former response that differs is kept
 * @param restart whether what is there of the studies is deleted first
 */
public record Rerun(boolean recheck, boolean refresh, boolean restart) {

  /** Goes on where the last run ended. */
  public static final Rerun RESUME = new Rerun(false, false, false);
}
