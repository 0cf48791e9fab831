package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.resource.InstanceUids;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.util.HashSet;
import java.util.Set;

/** The instances that came as files, many in one response. For one thread. */
final class FilesTogether {

  private final StudyFiles files;
  private final Set<Uid> ofStudy = new HashSet<>();
  private final Set<Uid> ofSeries = new HashSet<>();

  FilesTogether(StudyFiles files) {
    this.files = files;
    add(Resource.studyInstances(files.study()), ofStudy);
  }

  /** Goes on to another series. */
  void series(Uid series) {
    ofSeries.clear();
    add(Resource.seriesInstances(files.study(), series), ofSeries);
  }

  boolean have(Uid instance) {
    return ofStudy.contains(instance) || ofSeries.contains(instance);
  }

  private void add(Resource together, Set<Uid> to) {
    DumpRecord record = files.recordOrNull(Layout.filesOf(together).record());
    if (record != null) {
      for (InstanceUids uids : record.instances()) {
        if (uids != null) {
          to.add(uids.instance());
        }
      }
    }
  }
}
