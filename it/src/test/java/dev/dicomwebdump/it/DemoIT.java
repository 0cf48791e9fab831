package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first command of a user: there is no server, no network and no configuration. */
class DemoIT {
  private static final List<SyntheticStudy> STUDIES =
      List.of(SyntheticStudies.phantom(), SyntheticStudies.movement());

  @TempDir private Path temp;
  private Path unpacked;
  private Path work;

  @BeforeEach
  void makeFolders() throws IOException {
    unpacked = Files.createDirectory(temp.resolve("tmp"));
    work = Files.createDirectory(temp.resolve("work"));
  }

  @Test
  @Tag("smoke")
  void aDumpIsMadeAndProvenInAnEmptyFolder() throws Exception {
    Program.Result result = demo().run();

    assertThat(result.exitCode()).as(result.toString()).isZero();
    assertThat(result.stderr()).contains("dicomweb-dump -w http://127.0.0.1:");
    assertThat(result.stdout()).contains("dicomweb-demo: complete", "Where to look");
    assertIsTheDemo(work.resolve("dicomweb-demo"));
    assertThat(unpacked).isEmptyDirectory();
    assertThat(Program.run("verify", work.resolve("dicomweb-demo").toString()))
        .satisfies(verified -> assertThat(verified.exitCode()).as(verified.stdout()).isZero());
  }

  @Test
  void allThatItNamesIsThere() throws Exception {
    Program.Result result = demo().run();

    DumpFolder folder = new DumpFolder(work.resolve("dicomweb-demo"));
    List<String> named =
        result.stdout().lines().map(line -> line.strip().split(" ", 2)[0]).toList();
    assertThat(named.stream().filter(name -> name.startsWith("2.999.")))
        .hasSize(5)
        .allMatch(folder::has);
    String command =
        result
            .stdout()
            .lines()
            .filter(line -> line.contains("sha256sum"))
            .findFirst()
            .orElseThrow();
    assertThat(shell(command.strip()).run().exitCode()).isZero();
  }

  @Test
  void aDemoThatIsThereIsMadeAnew() throws Exception {
    Path folder = temp.resolve("with blanks");
    assertThat(demo("-o", folder.toString()).run().exitCode()).isZero();
    Files.delete(folder.resolve("2.999.20/metadata"));

    Program.Result result = demo("-o", folder.toString()).run();

    assertThat(result.exitCode()).as(result.toString()).isZero();
    assertThat(result.stderr()).contains("--restart", "'" + folder + "'");
    assertThat(result.stdout()).doesNotContain("kept from earlier runs");
    assertIsTheDemo(folder);
  }

  @Test
  void aFolderWithAnythingElseIsNotTouched() throws Exception {
    Path folder = Files.createDirectory(work.resolve("dicomweb-demo"));
    Files.writeString(folder.resolve("letter.txt"), "Dear");

    Program.Result result = demo().run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.stdout()).isEmpty();
    assertThat(result.stderr()).contains("holds something else").hasLineCount(1);
    assertThat(new DumpFolder(folder).files()).containsExactly("letter.txt");
  }

  @Test
  void aProxyAndCredentialsForOthersDoNotMatter() throws Exception {
    Program.Result result =
        demo()
            .environment("HTTP_PROXY", "http://127.0.0.1:1")
            .environment("DICOMWEB_AUTHORIZATION", "Bearer abc")
            .run();

    assertThat(result.exitCode()).as(result.toString()).isZero();
    assertThat(new DumpFolder(work.resolve("dicomweb-demo")).record("2.999.20/metadata").toString())
        .doesNotContain("Authorization");
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void aSignalEndsServerAndDump(String signal, int exitCode) throws Exception {
    assumeFalse(signal.equals("INT") && InterruptIT.isInterruptIgnored(), "SIGINT is ignored here");
    Program.Result result;
    try (RunningProgram program = demo().start()) {
      program.awaitStderr("this dumps it");
      program.signal(signal);
      result = program.awaitEnd();
    }

    assertThat(result.exitCode()).as(result.toString()).isEqualTo(exitCode);
    assertThat(result.stderr()).doesNotContain("defect");
    assertThat(result.stdout()).doesNotContain("Where to look");
    assertThat(unpacked).isEmptyDirectory();
  }

  @Test
  void nothingOfItIsLoadedForOtherCommands() throws Exception {
    Path loaded = temp.resolve("loaded.txt");

    Program.with("--version")
        .environment("DICOMWEB_DUMP_OPTS", "-Xlog:class+load:file=" + loaded)
        .run();

    assertThat(loaded).content().contains("cli.DumpCommand").doesNotContain("cli.Demo");
  }

  private Invocation demo(String... options) {
    String program = Program.DISTRIBUTION.toAbsolutePath().normalize() + "/bin/dicomweb-dump";
    return shell("exec \"$0\" demo \"$@\"")
        .and(program)
        .and(options)
        .environment("JAVA_OPTS", "-Djava.io.tmpdir=" + unpacked);
  }

  /** In the folder of the test. */
  private Invocation shell(String command) {
    return new Invocation(Path.of("/bin/sh"), "-c", "cd '" + work + "' && " + command);
  }

  private static void assertIsTheDemo(Path path) throws IOException {
    DumpFolder folder = new DumpFolder(path);
    for (SyntheticStudy study : STUDIES) {
      for (SyntheticInstance instance : study.instances()) {
        assertThat(folder.bytes(Expected.file(instance).file() + ".bin")).isEqualTo(instance.p10());
        assertThat(folder.bytes(Expected.frame(instance, 1).file() + ".bin"))
            .isEqualTo(instance.frame(1));
      }
    }
    try (Stream<Path> entries = Files.list(path)) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .containsExactlyInAnyOrder("_dump", "2.999.20", "2.999.21");
    }
  }
}
