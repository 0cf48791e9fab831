package dev.dicomwebdump.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of real DICOM files with a list of what they are: beside the repository, or where the
 * system property {@code dicomwebdump.testbed} says.
 */
final class Testbed {
  private final Path folder =
      Path.of(
          System.getProperty(
              "dicomwebdump.testbed", Program.REPOSITORY.resolve("../shared/testbed").toString()));

  /**
   * A line of the list.
   *
   * @param studyUid its study
   * @param instanceUid its SOP Instance UID
   * @param sha1 the digest of the file
   */
  record Entry(String studyUid, String seriesUid, String instanceUid, String sha1) {}

  /** Skips the test where it is not there. */
  Testbed() {
    assumeTrue(
        Files.isDirectory(folder.resolve("dicom")),
        "there is no test bed of real files: " + folder);
  }

  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("dicom"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** The files of one study. */
  List<Path> files(String studyUid) throws IOException {
    Set<String> wanted =
        entries().stream()
            .filter(entry -> entry.studyUid().equals(studyUid))
            .map(Entry::sha1)
            .collect(Collectors.toSet());
    List<Path> found = new ArrayList<>();
    for (Path file : files()) {
      if (wanted.contains(Digests.sha1(Files.readAllBytes(file)))) {
        found.add(file);
      }
    }
    return found;
  }

  List<Entry> entries() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("MANIFEST.tsv"));
    List<String> names = Arrays.asList(lines.get(0).split("\t", -1));
    return lines.stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(
            fields ->
                new Entry(
                    fields[names.indexOf("study_uid")],
                    fields[names.indexOf("series_uid")],
                    fields[names.indexOf("instance_uid")],
                    fields[names.indexOf("sha1")]))
        .toList();
  }
}
