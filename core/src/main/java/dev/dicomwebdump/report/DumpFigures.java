package dev.dicomwebdump.report;

import dev.dicomwebdump.archive.DumpVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dump holds, as the summaries of its studies and of the folder tell. Immutable.
 *
 * @param verdict all in all; null when no summary tells it
 * @param roots the servers' root URLs, without user-info and query, at most {@value #MOST_ROOTS}
 * @param studies how many studies there are
 * @param unfinished on how many of them a run goes on, or did not end in order
 * @param series how many series are known
 * @param instances how many instances are known
 * @param frames how many frames are known
 * @param pending how many resources are known and were not asked for
 * @param listed the studies, first those that are not complete, then by UID; at most {@value
 *     #MOST_LISTED}
 */
public record DumpFigures(
    @Nullable DumpVerdict verdict,
    List<String> roots,
    long studies,
    long unfinished,
    long series,
    long instances,
    long frames,
    long pending,
    List<StudyFigures> listed) {

  /** The most root URLs that are told. */
  public static final int MOST_ROOTS = 10;

  /** The most studies that are listed. */
  public static final int MOST_LISTED = 100;

  public DumpFigures {
    roots = List.copyOf(roots);
    listed = List.copyOf(listed);
  }
}
