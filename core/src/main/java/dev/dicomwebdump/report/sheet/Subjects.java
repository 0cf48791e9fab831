package dev.dicomwebdump.report.sheet;

import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.FrameSpan;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses what the sheet is to show, by the names of files alone: the series evenly, the instances
 * of each evenly, and of an instance its middle frame, or several where there are few instances.
 */
final class Subjects {

  private static final Pattern FRAME = Pattern.compile("([1-9][0-9]{0,8})(\\.rendered)?");

  /** What lies in the folder of an instance that has pictures. */
  private static final Set<String> OF_PICTURES =
      Set.of("frames", "rendered.dump.json", "thumbnail.dump.json");

  private final Capture capture;

  Subjects(Capture capture) {
    this.capture = capture;
  }

  /** A series of a study. */
  private record Series(Uid study, Uid uid) {}

  /** So many subjects at most, in the order of their studies, series and instances. */
  List<Subject> chosen(int most) throws IOException {
    List<Series> series = Evenly.drawn(series(), most);
    List<Subject> chosen = new ArrayList<>();
    for (int at = 0; at < series.size(); at++) {
      int left = series.size() - at;
      // What the series before left over is for those that follow.
      int share = (most - chosen.size() + left - 1) / left;
      chosen.addAll(of(series.get(at), share));
    }
    return chosen;
  }

  private List<Series> series() throws IOException {
    List<Series> all = new ArrayList<>();
    for (Uid study : capture.studies()) {
      for (Uid uid : capture.uids(Layout.seriesFolder(study))) {
        Series series = new Series(study, uid);
        if (hasPictures(series)) {
          all.add(series);
        }
      }
    }
    return all;
  }

  /** By the first instance: those of a series are alike. */
  private boolean hasPictures(Series series) throws IOException {
    List<Uid> instances = capture.uids(instancesFolder(series));
    return !instances.isEmpty()
        && capture.names(instancesFolder(series) + "/" + instances.get(0)).stream()
            .anyMatch(OF_PICTURES::contains);
  }

  private static String instancesFolder(Series series) {
    return Layout.seriesFolder(series.study) + "/" + series.uid + "/instances";
  }

  private List<Subject> of(Series series, int share) throws IOException {
    List<Uid> instances = Evenly.drawn(capture.uids(instancesFolder(series)), share);
    List<Subject> subjects = new ArrayList<>();
    for (int at = 0; at < instances.size(); at++) {
      int left = instances.size() - at;
      Resource instance = Resource.instanceMetadata(series.study, series.uid, instances.get(at));
      subjects.addAll(Evenly.drawn(of(instance), (share - subjects.size() + left - 1) / left));
    }
    return subjects;
  }

  /** All frames of an instance that were recorded, in their order; the instance where none was. */
  private List<Subject> of(Resource instance) throws IOException {
    List<Subject> frames = new ArrayList<>();
    for (String name : capture.names(Layout.framesFolder(instance))) {
      if (EntryFiles.isRecord(name)) {
        frames.addAll(named(instance, name));
      }
    }
    frames.sort(Comparator.comparingInt(Subject::frame));
    return frames.isEmpty() ? List.of(Subject.whole(instance)) : frames;
  }

  private static List<Subject> named(Resource instance, String recordName) {
    List<Subject> frames = new ArrayList<>();
    FrameSpan span = FrameSpan.ofRecord(recordName);
    if (span != null) {
      for (int number = span.first(); number <= span.last(); number++) {
        frames.add(Subject.frame(instance, number, span));
      }
      return frames;
    }
    Matcher single = FRAME.matcher(EntryFiles.ofRecord(recordName).body());
    if (single.matches()) {
      frames.add(Subject.frame(instance, Integer.parseInt(single.group(1))));
    }
    return frames;
  }
}
