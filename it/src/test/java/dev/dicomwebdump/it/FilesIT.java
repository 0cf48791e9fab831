package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.instances;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Multiparts;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.RequestMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DICOM files in a folder of their own, parts in place of bodies, metadata to be read. */
class FilesIT {
  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path temp;

  @AfterEach
  void close() {
    server.close();
  }

  private Path files() {
    return temp.resolve("files");
  }

  private Dump dump(String... options) throws Exception {
    return Dump.of(server, study, temp.resolve("dump"), options);
  }

  private Dump dumpFiles(String... options) throws Exception {
    Program.Result result =
        Dump.invocation(server.rootUrl(), study.uid(), temp.resolve("dump"))
            .and("--dicom", files().toString(), "-r", "0")
            .and(options)
            .run();
    return new Dump(result, new DumpFolder(temp.resolve("dump")));
  }

  private static String name(SyntheticInstance instance) {
    return instance.studyUid() + "/" + instance.seriesUid() + "/" + instance.uid() + ".dcm";
  }

  /** All that lies in the folder of files, temporary ones and empty folders too, by its digest. */
  private Map<String, String> digests() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(files())) {
      for (Path path : all.toList()) {
        if (Files.isRegularFile(path)) {
          String name = files().relativize(path).toString();
          found.put(name, Digests.sha256(Files.readAllBytes(path)));
        } else {
          assertThat(path).isDirectory().isNotEmptyDirectory();
        }
      }
    }
    return found;
  }

  private Map<String, String> served() {
    Map<String, String> files = new TreeMap<>();
    study.instances().forEach(file -> files.put(name(file), Digests.sha256(file.p10())));
    return files;
  }

  @Test
  @Tag("smoke")
  void eachInstanceIsAFileToTheByteAndNothingElseIsThere() throws Exception {
    Dump dump = dumpFiles("-c", "4");

    assertThat(dump.exitCode()).as(dump.result().stderr()).isZero();
    assertThat(digests()).isEqualTo(served());
    assertThat(dump.folder().files()).noneMatch(file -> file.endsWith(".bin"));
    assertThat(VerifyFindings.of(dump.folder())).isEmpty();
  }

  @Test
  void dcmdumpOpensEachFile() throws Exception {
    assumeTrue(Tools.isOnPath("dcmdump"), "there is no dcmdump here");
    dumpFiles();

    for (SyntheticInstance instance : study.instances()) {
      String file = files().resolve(name(instance)).toString();
      Program.Result read =
          new Invocation(Tools.find("dcmdump").orElseThrow(), "+P", "0008,0018", file).run();
      assertThat(read.exitCode()).as(read.toString()).isZero();
      assertThat(read.stdout()).contains("[" + instance.uid() + "]");
    }
  }

  @Test
  @Tag("smoke")
  void withPartsNothingIsInTheDumpTwiceAndEachBodyCanBeHadAgain() throws Exception {
    Dump dump = dumpFiles("--keep", "parts");

    assertThat(dump.exitCode()).as(dump.result().stderr()).isZero();
    assertThat(digests()).isEqualTo(served());
    for (Expected resource : Expected.of(study)) {
      boolean split = resource.payload() != null;
      assertThat(dump.folder().has(resource.file())).isEqualTo(!split);
      assertThat(dump.folder().has(resource.file() + ".bin")).isEqualTo(split);
      assertThat(dump.folder().record(resource.file()).at("/_dicomweb/body/sha256").textValue())
          .isEqualTo(Digests.sha256(Served.body(server, resource)));
    }
    assertThat(VerifyFindings.of(dump.folder())).isEmpty();
    assertThat(new Schemas().errors(dump.folder())).isEmpty();
    assertThat(dump.folder().summary().at("/dump/verdict").textValue()).isEqualTo("complete");
  }

  @Test
  void whatIsKeptInPartsIsNotAskedForAgain() throws Exception {
    dump("--keep", "parts", "-i");
    server.clearRequests();
    Map<String, String> sums = new DumpFolder(temp.resolve("dump")).sums(study.uid());

    Dump again = dumpFiles();

    assertThat(again.exitCode()).isZero();
    assertThat(server.requests()).isEmpty();
    assertThat(again.folder().sums(study.uid())).isEqualTo(sums);
    assertThat(digests()).isEqualTo(served());
    Files.delete(again.folder().path(Expected.file(study.instances().get(1)).file() + ".bin"));
    assertThat(dumpFiles("--keep", "parts").exitCode()).isZero();
    assertThat(server.requests()).hasSize(1).allMatch(instances()::matches);
    assertThat(VerifyFindings.of(again.folder())).isEmpty();
  }

  @Test
  void compressedResponsesKeepTheirBodies() throws Exception {
    server.when(instances()).reply(Replies.gzip());

    Dump dump = dumpFiles("--keep", "parts", "--compressed");

    assertThat(dump.exitCode()).isZero();
    assertThat(digests()).isEqualTo(served());
    assertThat(dump.folder().has(Expected.file(study.instances().get(0)).file())).isTrue();
    assertThat(VerifyFindings.of(dump.folder())).isEmpty();
  }

  @Test
  void whatFailsLeavesNoFileAndALaterRunAddsIt() throws Exception {
    SyntheticInstance broken = study.instances().get(0);
    SyntheticInstance refused = study.instances().get(1);
    server.when(RequestMatch.path(broken.path())).reply(Multiparts.withoutEnd());
    server.when(RequestMatch.path(refused.path())).reply(Replies.status(403));

    assertThat(dumpFiles("--keep", "parts").exitCode()).isEqualTo(3);

    assertThat(digests()).hasSize(6).doesNotContainKeys(name(broken), name(refused));
    server.clearRules();
    assertThat(dumpFiles("--keep", "parts").exitCode()).isZero();
    assertThat(digests()).isEqualTo(served());
  }

  @Test
  void whatIsAbsentOrCutIsMadeOfTheDumpWithoutARequest() throws Exception {
    dump("-i");
    server.clearRequests();

    assertThat(dumpFiles().exitCode()).isZero();

    assertThat(digests()).isEqualTo(served());
    Files.delete(files().resolve(name(study.instances().get(0))));
    Files.writeString(files().resolve(name(study.instances().get(1))), "cut");
    assertThat(dumpFiles().exitCode()).isZero();
    assertThat(digests()).isEqualTo(served());
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aRunThatEndsEarlyLeavesNothingButFiles() throws Exception {
    server.when(RequestMatch.path(study.instances().get(3).path())).reply(Multiparts.cutInPart(20));

    assertThat(dumpFiles("-a").exitCode()).isEqualTo(3);

    assertThat(digests()).isNotEmpty();
    assertThat(served().entrySet()).containsAll(digests().entrySet());
  }

  @Test
  void whatAKilledRunLeftIsTidiedByTheNext() throws Exception {
    server.when(RequestMatch.path(study.instances().get(2).path())).reply(Faults.stallAfter(500));
    try (RunningProgram run =
        Dump.invocation(server.rootUrl(), study.uid(), temp.resolve("dump"))
            .and("--dicom", files().toString())
            .start()) {
      awaitHiddenFile();
      run.kill();
      run.end().join();
    }
    assertThat(digests().keySet()).anyMatch(name -> name.startsWith(".dicomweb-dump-"));
    server.clearRules();

    assertThat(dumpFiles().exitCode()).isZero();

    assertThat(digests()).isEqualTo(served());
  }

  /** Waits until two files are whole and the third is begun. */
  private void awaitHiddenFile() throws IOException {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!hasHiddenFile()) {
      assertThat(System.nanoTime()).as("no file is begun").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private boolean hasHiddenFile() throws IOException {
    Path third = files().resolve(name(study.instances().get(1)));
    if (!Files.exists(third)) {
      return false;
    }
    try (Stream<Path> all = Files.walk(files(), 2)) {
      return all.anyMatch(path -> path.toString().endsWith(".tmp"));
    }
  }

  @Test
  void metadataIsThereOnceMoreToBeRead() throws Exception {
    dump();
    server.clearRequests();

    Dump dump = dump("--pretty");

    assertThat(dump.exitCode()).isZero();
    assertThat(server.requests()).isEmpty();
    ObjectMapper mapper = new ObjectMapper();
    for (Expected resource : Expected.of(study)) {
      if (resource.file().endsWith("metadata")) {
        byte[] pretty = dump.folder().bytes(resource.file() + ".pretty.json");
        assertThat(mapper.readTree(pretty))
            .isEqualTo(mapper.readTree(dump.folder().bytes(resource.file())));
        assertThat(new String(pretty, UTF_8)).startsWith("[ {\n");
      }
    }
    assertThat(dump.folder().files().stream().filter(name -> name.endsWith(".pretty.json")))
        .hasSize(1 + 3 + 8);
    assertThat(VerifyFindings.of(dump.folder())).isEmpty();
  }
}
