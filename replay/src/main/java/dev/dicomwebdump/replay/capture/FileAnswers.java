package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The DICOM files of a study or series in one response, made of those of its instances. */
final class FileAnswers {

  private static final Set<String> UIDS = Set.of(Tags.SERIES_UID, Tags.INSTANCE_UID);

  private final DumpFiles files;
  private final HeldMetadata held;

  FileAnswers(DumpFiles files, HeldMetadata held) {
    this.files = files;
    this.held = held;
  }

  /** The files that were asked for; null when there is one in the metadata that is not held. */
  @Nullable Answer files(Resource asked, AcceptedTypes accepted) throws IOException {
    Uid study = asked.requireStudy();
    List<Payload> payloads = new ArrayList<>();
    boolean whole =
        held.read(study, asked.series(), UIDS, dataset -> payloads.addAll(file(study, dataset)));
    return whole && !payloads.isEmpty() ? PayloadAnswer.of(payloads, accepted) : null;
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
}
