package dev.dicomwebdump.stress;

import dev.dicomwebdump.fetch.FetchSettings;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.transport.TransportSettings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do. Immutable.
 *
 * @param root the server
 * @param studies which studies; with a capture, empty for all of it
 * @param capture the folder of a dump whose requests are made again; null to find out from the
 *     server what there is
 * @param load how much is asked
 * @param mix how often each kind
 * @param pattern in which order; a viewer's has a mix of its own
 * @param seed from which all chance comes
 * @param fetch how resources are asked for; retries and pauses count only until the run begins
 * @param transport how connections are made
 * @param hdrLog where the log of histograms goes; null for none
 * @param program name and version of the program
 */
public record StressSettings(
    DicomWebRoot root,
    List<Uid> studies,
    @Nullable Path capture,
    Load load,
    Mix mix,
    Pattern pattern,
    long seed,
    FetchSettings fetch,
    TransportSettings transport,
    @Nullable Path hdrLog,
    String program) {

  /**
   * @throws IllegalArgumentException when there is nothing to ask for, or a viewer with a mix
   */
  public StressSettings {
    studies = List.copyOf(studies);
    if (studies.isEmpty() && capture == null) {
      throw new IllegalArgumentException("name studies, or a capture");
    }
    if (pattern == Pattern.VIEWER && !mix.shares().isEmpty()) {
      throw new IllegalArgumentException("a viewer has a mix of its own");
    }
  }
}
