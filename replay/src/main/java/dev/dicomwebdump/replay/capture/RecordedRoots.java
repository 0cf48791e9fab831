package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The roots that the studies of a dump came from; mostly one. Immutable. */
final class RecordedRoots {

  private final List<RecordedRoot> roots;
  private final List<String> prefixes;

  private RecordedRoots(Collection<RecordedRoot> roots) {
    this.roots = List.copyOf(roots);
    this.prefixes =
        Stream.concat(roots.stream().map(RecordedRoot::prefix), Stream.of(""))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** Reads one record of each study. */
  static RecordedRoots of(DumpFiles files) throws IOException {
    Set<RecordedRoot> roots = new LinkedHashSet<>();
    for (Uid study : files.studies()) {
      RecordedRoot root = rootOf(files, study);
      if (root != null) {
        roots.add(root);
      }
    }
    return new RecordedRoots(roots);
  }

  /** All of them. */
  List<RecordedRoot> all() {
    return roots;
  }

  /** The paths above {@code /studies} under which there are answers, the longest first. */
  List<String> prefixes() {
    return prefixes;
  }

  /** The names of the parameters that went with every request, and tell nothing apart. */
  Set<String> query() {
    return roots.stream().flatMap(root -> root.query().stream()).collect(Collectors.toSet());
  }

  private static @Nullable RecordedRoot rootOf(DumpFiles files, Uid study) {
    DumpRecord metadata =
        files.recordOrNull(Layout.filesOf(Resource.studyMetadata(study)).record());
    return metadata == null
        ? anyBelow(files, Layout.studyFolder(study))
        : RecordedRoot.of(metadata);
  }

  private static @Nullable RecordedRoot anyBelow(DumpFiles files, String study) {
    Deque<String> folders = new ArrayDeque<>(List.of(study));
    while (!folders.isEmpty()) {
      String folder = folders.pop();
      for (String name : files.namesOrNone(folder)) {
        String path = folder + "/" + name;
        DumpRecord record = EntryFiles.isRecord(path) ? files.recordOrNull(path) : null;
        RecordedRoot root = record == null ? null : RecordedRoot.of(record);
        if (root != null) {
          return root;
        }
        if (files.isFolder(path)) {
          folders.push(path);
        }
      }
    }
    return null;
  }
}
