package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All real files of the test bed through a real server. */
class TestbedIT {
  @TempDir private Path temp;

  @Test
  void everyFileComesBackAsItWasLoaded() throws Exception {
    Testbed testbed = new Testbed();
    try (Orthanc orthanc = new Orthanc(Files.createDirectory(temp.resolve("orthanc")))) {
      List<Testbed.Entry> stored = load(testbed, orthanc);
      String studies =
          stored.stream().map(Testbed.Entry::studyUid).distinct().collect(Collectors.joining("\n"));

      Dump dump = dumpAll(orthanc, studies);

      // Some frames Orthanc cannot give: 3. Its files it can.
      assertThat(dump.exitCode()).as(dump.result().stderr()).isEqualTo(3);
      assertThat(dump.result().stderr()).doesNotContain("Exception", "defect");
      assertSameFiles(dump.folder(), stored);
      assertSameDicomFiles(stored);
      assertOnlyFramesAreMissing(dump.folder().summary());
      assertThat(new Schemas().errors(dump.folder())).isEmpty();
    }
  }

  /** What the server took; of files of the same instance it keeps the first. */
  private static List<Testbed.Entry> load(Testbed testbed, Orthanc orthanc) throws Exception {
    Map<String, Testbed.Entry> bySha1 =
        testbed.entries().stream()
            .collect(Collectors.toMap(Testbed.Entry::sha1, entry -> entry, (one, same) -> one));
    List<Testbed.Entry> stored = new ArrayList<>();
    Set<String> instances = new HashSet<>();
    for (Path path : testbed.files()) {
      byte[] file = Files.readAllBytes(path);
      Testbed.Entry entry = bySha1.get(Digests.sha1(file));
      assertThat(entry).as(path.toString()).isNotNull();
      if (entry != null && orthanc.store(file) && instances.add(entry.instanceUid())) {
        stored.add(entry);
      }
    }
    assertThat(stored).hasSizeGreaterThan(200);
    return stored;
  }

  private Dump dumpAll(Orthanc orthanc, String studies) throws Exception {
    Path output = temp.resolve("out");
    Program.Result result =
        Program.with("-w", orthanc.rootUrl(), "-s", "-", "-o", output.toString())
            .and("-m", "--dicom", temp.resolve("files").toString(), "-c", "8", "--json")
            .input(studies)
            .run();
    return new Dump(result, new DumpFolder(output));
  }

  private static void assertSameFiles(DumpFolder folder, List<Testbed.Entry> stored) {
    Map<String, String> expected = new TreeMap<>();
    for (Testbed.Entry entry : stored) {
      String instance =
          entry.studyUid() + "/series/" + entry.seriesUid() + "/instances/" + entry.instanceUid();
      expected.put(instance + "/_/" + entry.instanceUid() + ".bin", entry.sha1());
    }
    Map<String, String> had = new TreeMap<>();
    folder.files().stream()
        .filter(file -> file.contains("/_/") && file.endsWith(".bin"))
        .forEach(file -> had.put(file, Digests.sha1(folder.bytes(file))));
    assertThat(had).isEqualTo(expected);
  }

  /** The same outside of the dump; dcmdump, where it is there, opens each. */
  private void assertSameDicomFiles(List<Testbed.Entry> stored) throws Exception {
    DumpFolder files = new DumpFolder(temp.resolve("files"));
    Map<String, String> expected = new TreeMap<>();
    for (Testbed.Entry entry : stored) {
      String series = entry.studyUid() + "/" + entry.seriesUid() + "/";
      expected.put(series + entry.instanceUid() + ".dcm", entry.sha1());
    }
    Map<String, String> had = new TreeMap<>();
    files.files().forEach(file -> had.put(file, Digests.sha1(files.bytes(file))));
    assertThat(had).isEqualTo(expected);
    if (Tools.isOnPath("dcmdump")) {
      Invocation dcmdump =
          new Invocation(Tools.find("dcmdump").orElseThrow(), "-q", "+P", "0008,0018");
      had.keySet().forEach(file -> dcmdump.and(files.path(file).toString()));
      assertThat(dcmdump.run().stdout().lines().filter(line -> !line.isEmpty()))
          .hasSize(had.size());
    }
  }

  /** One line for each instance. */
  private static void assertOnlyFramesAreMissing(JsonNode summary) {
    Set<String> instances = new HashSet<>();
    for (JsonNode missing : summary.at("/dump/missing")) {
      assertThat(missing.at("/kind").textValue()).as(missing.toString()).isEqualTo("frame");
      assertThat(instances.add(missing.at("/instance").textValue()))
          .as(missing.toString())
          .isTrue();
    }
    for (JsonNode counts : summary.at("/dump/resources")) {
      assertThat(counts.at("/pending").intValue()).isZero();
    }
  }
}
