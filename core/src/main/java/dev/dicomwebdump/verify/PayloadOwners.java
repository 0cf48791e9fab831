package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.FrameSpan;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the records of several frames or instances that a payload may have come with. Holds the
 * spans of frames in one folder. For one thread.
 */
final class PayloadOwners {

  private static final Pattern FRAME = Pattern.compile("(.*/frames)/([1-9][0-9]{0,8})\\.bin");
  private static final Pattern INSTANCE =
      Pattern.compile("[^/]+/series/([^/]+)/instances/([^/]+)/_/\\2\\.bin");

  private final StudyFiles files;
  private String folder = "";
  private List<FrameSpan> spans = List.of();

  PayloadOwners(StudyFiles files) {
    this.files = files;
  }

  /** The records that may name a payload beside the one whose name it has; they are there. */
  List<String> recordsOf(String path) {
    Matcher frame = FRAME.matcher(path);
    if (frame.matches()) {
      return ofFrame(frame.group(1), Integer.parseInt(frame.group(2)));
    }
    Matcher instance = INSTANCE.matcher(path);
    Uid series = instance.matches() ? Uid.orNull(instance.group(1)) : null;
    return series == null ? List.of() : ofInstance(series);
  }

  /** The spans of frames that have records in a folder. */
  List<FrameSpan> spansIn(String framesFolder) {
    if (!framesFolder.equals(folder)) {
      folder = framesFolder;
      spans = read(framesFolder);
    }
    return spans;
  }

  private List<String> ofFrame(String framesFolder, int number) {
    return spansIn(framesFolder).stream()
        .filter(span -> span.has(number))
        .map(span -> framesFolder + "/" + span.recordName())
        .toList();
  }

  private List<String> ofInstance(Uid series) {
    Resource ofSeries = Resource.seriesInstances(files.study(), series);
    Resource ofStudy = Resource.studyInstances(files.study());
    return List.of(Layout.filesOf(ofSeries), Layout.filesOf(ofStudy)).stream()
        .map(EntryFiles::record)
        .filter(files::isFile)
        .toList();
  }

  private List<FrameSpan> read(String framesFolder) {
    List<FrameSpan> found = new ArrayList<>();
    try {
      if (files.isFolder(framesFolder)) {
        Listing.forEach(
            files.resolve(framesFolder),
            file -> {
              FrameSpan span = FrameSpan.ofRecord(String.valueOf(file.getFileName()));
              if (span != null) {
                found.add(span);
              }
            });
      }
    } catch (IOException e) {
      return List.of(); // The walk over the tree tells of a folder that cannot be read.
    }
    return found;
  }
}
