package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.archive.Summary;
import java.util.List;

/**
 * What a run came to; all of it is on disk too. Immutable.
 *
 * @param verdict what the dumps of the run's studies are worth together; not complete where the run
 *     ended before all was asked for, whatever the folder holds
 * @param overall the summary of the folder
 * @param studies the summary of each study that was begun, in the order of their ends
 */
public record DumpResult(DumpVerdict verdict, Summary overall, List<Summary> studies) {

  public DumpResult {
    studies = List.copyOf(studies);
  }

  /** How the run ended. */
  public RunEnd end() {
    return overall.run().end();
  }
}
