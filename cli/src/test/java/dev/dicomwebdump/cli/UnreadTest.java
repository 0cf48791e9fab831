package dev.dicomwebdump.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a dump cannot be read is told by all commands alike. */
@DisabledOnOs(OS.WINDOWS)
class UnreadTest {

  private static final String METADATA = "2.999.1/metadata.dump.json";
  private static final String NOT_FOLLOWED = "is neither file nor folder, and was not followed";

  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);

  @TempDir private Path temp;

  /** Something that happens to a dump, where no run mends it by asking again. */
  private enum Damage {
    NO_JSON("2.999.1/metadata.1.dump.json", "is no record: it is not JSON") {
      @Override
      void strike(Path record, Path file) throws IOException {
        Files.writeString(file, "nonsense");
      }
    },
    CUT("2.999.1/metadata.2.dump.json", "is no record: it is not JSON") {
      @Override
      void strike(Path record, Path file) throws IOException {
        byte[] whole = Files.readAllBytes(record);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
      }
    },
    OTHER_VERSION("2.999.1/metadata.3.dump.json", "is no record: _dicomweb.version is not 1") {
      @Override
      void strike(Path record, Path file) throws IOException {
        String whole = Files.readString(record);
        Files.writeString(file, whole.replace("\"version\": 1", "\"version\": 2"));
      }
    },
    TOO_LARGE("2.999.1/metadata.4.dump.json", "is no record: it is too large: more than 128 MB") {
      @Override
      void strike(Path record, Path file) throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
          large.setLength((128L << 20) + 1);
        }
      }
    },
    LINK_TO_A_RECORD("2.999.1/metadata.5.dump.json", NOT_FOLLOWED) {
      @Override
      void strike(Path record, Path file) throws IOException {
        Files.createSymbolicLink(file, record);
      }
    },
    LINK_TO_A_STUDY("2.999.2", NOT_FOLLOWED) {
      @Override
      void strike(Path record, Path file) throws IOException {
        Files.createSymbolicLink(file, Objects.requireNonNull(record.getParent()));
      }
    },
    SHUT_FOLDER("_dump/qido", "cannot be read: ") {
      @Override
      void strike(Path record, Path file) throws IOException {
        Files.createDirectory(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
      }
    };

    private final String path;
    private final String why;

    Damage(String path, String why) {
      this.path = path;
      this.why = why;
    }

    /**
     * Strikes.
     *
     * @param record a sound record
     * @param file what is damaged then
     */
    abstract void strike(Path record, Path file) throws IOException;
  }

  /** What reads the records of a dump. */
  private enum Reader {
    REPORT("report DUMP", "in no figure"),
    REPORT_HAR("report DUMP --har FILE", "not in the HAR log"),
    DUMP_HAR("-w ROOT -s 2.999.1 -o DUMP -q --har FILE", "not in the HAR log"),
    DUMP_REPORT("-w ROOT -s 2.999.1 -o DUMP -q --report FILE", "in no figure of the report"),
    STRESS(
        "stress --from DUMP --warmup 0 --max-requests 1", "what they are of may not be asked for");

    private final String command;
    private final String consequence;

    Reader(String command, String consequence) {
      this.command = command;
      this.consequence = consequence;
    }
  }

  @BeforeEach
  void dump() {
    Program dump = new Program();
    assertThat(dump.run("-w", server.rootUrl(), "-s", "2.999.1", "-o", folder().toString(), "-q"))
        .isZero();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path folder() {
    return temp.resolve("dump");
  }

  private int run(Program program, Reader reader) {
    Map<String, String> meant =
        Map.of(
            "DUMP", folder().toString(),
            "FILE", temp.resolve("file").toString(),
            "ROOT", server.rootUrl());
    return program.run(
        Stream.of(reader.command.split(" "))
            .map(word -> meant.getOrDefault(word, word))
            .toArray(String[]::new));
  }

  private void strike(Damage damage) throws IOException {
    damage.strike(folder().resolve(METADATA), folder().resolve(damage.path));
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeReadIsNamedAndCountedAndCode3(Reader reader) throws IOException {
    for (Damage damage : Damage.values()) {
      strike(damage);
    }
    Path shut = folder().resolve(Damage.SHUT_FOLDER.path);
    int count = Damage.values().length;
    if (Files.isReadable(shut)) { // By root, who may read anything.
      Files.delete(shut);
      count--;
    }
    Program program = new Program();

    assertThat(run(program, reader)).as(program.err()).isEqualTo(3);

    List<String> lines =
        program
            .err()
            .lines()
            .filter(line -> line.matches("dicomweb-dump: (2.999|_dump).*"))
            .toList();
    assertThat(lines).hasSize(count);
    for (int at = 0; at < count; at++) {
      Damage damage = Damage.values()[at];
      assertThat(lines.get(at)).startsWith("dicomweb-dump: " + damage.path + " " + damage.why);
    }
    assertThat(program.err().lines())
        .contains("dicomweb-dump: " + count + " cannot be read: " + reader.consequence);
  }

  @AfterEach
  void openWhatIsShut() throws IOException {
    Path shut = folder().resolve(Damage.SHUT_FOLDER.path);
    if (Files.exists(shut)) {
      Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoRecordByItsNameIsNoMatter(Reader reader) throws IOException {
    Files.writeString(folder().resolve("2.999.1/metadata.1.dump.json.tmp"), "{");
    Files.createDirectory(folder().resolve("lost+found"));
    Files.writeString(folder().resolve("lost+found/x.dump.json"), "{");
    Program program = new Program();

    assertThat(run(program, reader)).as(program.err()).isZero();
    assertThat(program.err()).doesNotContain("cannot be read");
  }

  @Test
  void ofVeryManySomeAreNamedAndAllCounted() throws IOException {
    for (int i = 1; i <= 100; i++) {
      Files.writeString(folder().resolve("2.999.1/metadata." + i + ".dump.json"), "");
    }
    Program program = new Program();

    assertThat(run(program, Reader.REPORT_HAR)).isEqualTo(3);

    assertThat(program.err())
        .hasLineCount(22)
        .endsWith(
            """
            dicomweb-dump: 100 cannot be read: in no figure
            dicomweb-dump: 100 cannot be read: not in the HAR log
            """);
  }

  @Test
  void expectationsAloneDecideOfAStressTest() throws IOException {
    strike(Damage.NO_JSON);
    Program program = new Program();
    String[] command = {
      "stress",
      "--from",
      folder().toString(),
      "--warmup",
      "0",
      "--max-requests",
      "1",
      "--json",
      "--expect",
      "errors<1"
    };

    assertThat(program.run(command)).as(program.err()).isZero();

    assertThat(program.out()).contains("\"unread\": 1");
    assertThat(program.err()).contains("1 cannot be read: ");
  }

  @Test
  void metadataWhoseBodyIsGoneTellsAStressTestNoSizesAndThatIsSaid() throws IOException {
    String instance = "2.999.1/series/2.999.1.1/instances/2.999.1.1.1/metadata";
    Files.delete(folder().resolve(instance));
    Program program = new Program();

    assertThat(run(program, Reader.STRESS)).as(program.err()).isEqualTo(3);

    assertThat(program.err())
        .contains(instance + ".dump.json has a body that cannot be read, and its frames are held");
  }

  @Test
  void aCaptureOfWhichNothingCanBeReadSaysWhy() throws IOException {
    try (Stream<Path> files = Files.walk(folder())) {
      for (Path file : files.filter(file -> file.toString().endsWith(".dump.json")).toList()) {
        Files.writeString(file, "");
      }
    }
    Program program = new Program();

    assertThat(run(program, Reader.STRESS)).isEqualTo(1);

    assertThat(program.err())
        .contains("there is no record in " + folder() + " that can be read: " + METADATA);
  }
}
