package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.resource.InstanceUids;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * DICOM files made of other responses: those of a study or series of those of its instances, and
 * back.
 */
final class FileAnswers {

  private static final Set<String> UIDS = Set.of(Tags.SERIES_UID, Tags.INSTANCE_UID);

  private final DumpFiles files;
  private final HeldMetadata held;

  FileAnswers(DumpFiles files, HeldMetadata held) {
    this.files = files;
    this.held = held;
  }

  /** The files that were asked for; null when not all of them are held. */
  @Nullable Answer files(Resource asked, AcceptedTypes accepted) throws IOException {
    List<Payload> payloads = asked.instance() == null ? ofInstances(asked) : List.of();
    for (Resource level : above(asked)) {
      payloads = payloads.isEmpty() ? cutOut(asked, level) : payloads;
    }
    return payloads.isEmpty() ? null : PayloadAnswer.of(payloads, accepted);
  }

  /** From as many responses as there are instances in the metadata; none when one was not had. */
  private List<Payload> ofInstances(Resource asked) throws IOException {
    Uid study = asked.requireStudy();
    List<Payload> payloads = new ArrayList<>();
    boolean whole =
        held.read(study, asked.series(), UIDS, dataset -> payloads.addAll(file(study, dataset)));
    return whole ? payloads : List.of();
  }

  private List<Payload> file(Uid study, ScannedDataset dataset) throws IOException {
    Uid series = Uid.orNull(dataset.first(Tags.SERIES_UID));
    Uid instance = Uid.orNull(dataset.first(Tags.INSTANCE_UID));
    if (series == null || instance == null) {
      return List.of();
    }
    Resource file = Resource.instance(study, series, instance);
    return Payload.of(files, files.record(Layout.filesOf(file).record()));
  }

  /** What may hold it among others, the nearest first. */
  private static List<Resource> above(Resource asked) {
    Uid study = asked.requireStudy();
    List<Resource> levels = new ArrayList<>();
    if (asked.instance() != null) {
      levels.add(Resource.seriesInstances(study, asked.requireSeries()));
    }
    if (asked.series() != null) {
      levels.add(Resource.studyInstances(study));
    }
    return levels;
  }

  private List<Payload> cutOut(Resource asked, Resource level) throws IOException {
    DumpRecord record = files.record(Layout.filesOf(level).record());
    List<Payload> all = Payload.of(files, record);
    List<@Nullable InstanceUids> uids = record == null ? List.of() : record.instances();
    if (all.size() != uids.size() || (asked.instance() == null && !areLocated(uids))) {
      return List.of();
    }
    List<Payload> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (isOf(asked, uids.get(i))) {
        found.add(all.get(i));
      }
    }
    return found;
  }

  /** Else there may be more files of the series than can be told. */
  private static boolean areLocated(List<@Nullable InstanceUids> uids) {
    return uids.stream().allMatch(each -> each != null && each.series() != null);
  }

  private static boolean isOf(Resource asked, @Nullable InstanceUids uids) {
    return uids != null
        && (asked.instance() == null
            ? asked.requireSeries().equals(uids.series())
            : asked.instance().equals(uids.instance()));
  }
}
