package dev.dicomwebdump.archive;

import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.util.List;
import java.util.Map;

/**
 * What a dump holds now, be it by this run or by earlier ones. Immutable.
 *
 * @param verdict all in all
 * @param root the server's root URL, without user-info and query
 * @param extent what the summary speaks of
 * @param series how many series are known
 * @param instances how many instances are known
 * @param frames how many frames are known
 * @param resources the counts of each kind that was asked for
 * @param transferSyntax of frames and instances
 * @param notes how often each deviation was accepted
 * @param unsupportedLevels levels of metadata that the server does not have
 * @param missing what is not had
 */
public record DumpState(
    DumpVerdict verdict,
    String root,
    Extent extent,
    long series,
    long instances,
    long frames,
    Map<ResourceKind, ResourceCounts> resources,
    TransferSyntaxCounts transferSyntax,
    Map<String, Long> notes,
    List<ResourceKind> unsupportedLevels,
    Missing missing) {

  /** How a note begins that tells of a search for studies that did not give all. */
  public static final String STUDIES_MAY_BE_MISSING = "studies may be missing: ";

  public DumpState {
    resources = Map.copyOf(resources);
    notes = Map.copyOf(notes);
    unsupportedLevels = List.copyOf(unsupportedLevels);
  }

  /** What a summary speaks of. */
  public sealed interface Extent {}

  /** One study: the summary in its own folder. */
  public record OneStudy(Uid study) implements Extent {}

  /** All studies of a run: the summary of the whole folder. */
  public record AllStudies(List<StudyVerdict> studies) implements Extent {

    public AllStudies {
      studies = List.copyOf(studies);
    }
  }
}
