package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.FormatException;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.SummaryReader;
import dev.dicomwebdump.fetch.AcceptSettings;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the studies in a folder were asked for as, so that no study holds some frames in one
 * transfer syntax and some in another. All runs into a study had the same settings, since others
 * are refused: its summary tells those of the last. A run that was killed may have left no summary;
 * then its first records tell, as far as they do.
 */
final class EarlierAccepts {

  private static final int FIRST_FRAME = 1;

  private final DumpRequest request;
  private final ArchiveFolder folder;

  EarlierAccepts(DumpRequest request, ArchiveFolder folder) {
    this.request = request;
    this.folder = folder;
  }

  /**
   * Refuses a study that is known to have been asked for otherwise.
   *
   * @throws OtherDumpException when it was
   */
  void refuseOther(Uid study) {
    AcceptSettings then = settingsOf(study);
    if (then != null && !then.equals(request.accept())) {
      throw new OtherDumpException(request.folder(), study, then.toString(), request.accept());
    }
    if (then == null) {
      firstRecorded(study).forEach(resource -> refuseOther(study, resource));
    }
  }

  /** By its summary; null where there is none, or it does not tell. */
  private @Nullable AcceptSettings settingsOf(Uid study) {
    byte[] summary = folder.readWhole(Layout.summary(study));
    try {
      return summary == null ? null : RunOptions.accept(SummaryReader.read(summary).options());
    } catch (FormatException e) {
      return null; // What does not parse is none.
    }
  }

  private void refuseOther(Uid study, Resource resource) {
    HeldEntry held = HeldEntry.read(folder, resource);
    String accept = held == null ? null : held.record().firstRequest().headers().first("Accept");
    if (accept != null && !request.accept().allow(resource, accept)) {
      throw new OtherDumpException(request.folder(), study, "Accept: " + accept, request.accept());
    }
  }

  /** The study's metadata, a frame and a file, as far as they are there. */
  private List<Resource> firstRecorded(Uid study) {
    List<Resource> first = new ArrayList<>(List.of(Resource.studyMetadata(study)));
    files(study)
        .map(
            file ->
                Resource.frame(study, file.requireSeries(), file.requireInstance(), FIRST_FRAME))
        .filter(this::isRecorded)
        .findFirst()
        .ifPresent(first::add);
    files(study).filter(this::isRecorded).findFirst().ifPresent(first::add);
    return first;
  }

  /** The files of all instances that have a folder, whether they are there or not. */
  private Stream<Resource> files(Uid study) {
    return uids(Layout.seriesFolder(study)).flatMap(series -> files(study, series));
  }

  private Stream<Resource> files(Uid study, Uid series) {
    String instances = Layout.folderOf(Resource.seriesMetadata(study, series)) + "/instances";
    return uids(instances).map(instance -> Resource.instance(study, series, instance));
  }

  private Stream<Uid> uids(String path) {
    return folder.names(path, name -> Uid.orNull(name) != null).stream().map(Uid::new);
  }

  private boolean isRecorded(Resource resource) {
    return folder.state(Layout.filesOf(resource).record()) != null;
  }
}
