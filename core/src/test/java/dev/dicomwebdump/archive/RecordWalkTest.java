package dev.dicomwebdump.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class RecordWalkTest {

  private static final String SOUND = "1.2/metadata.dump.json";
  private static final String FORMER = "1.2/metadata.1.dump.json";
  private static final byte[] RECORD = RecordJson.encode(Samples.complete());

  @TempDir private Path temp;
  private Path folder = Path.of("set before each");
  private final List<String> seen = new ArrayList<>();

  @BeforeEach
  void aSoundRecord() throws IOException {
    folder = temp.toRealPath().resolve("dump");
    write(SOUND, RECORD);
  }

  private void write(String path, byte[] content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private Unread walk(boolean sorted) {
    UnreadTally unread = new UnreadTally();
    RecordWalk.Visitor<DumpRecord> visitor = (path, record) -> seen.add(path);
    new RecordWalk<>(folder, RecordReader::read, visitor, unread, sorted).walk(folder);
    return unread.unread();
  }

  private void assertUnread(String path, String why) {
    for (boolean sorted : new boolean[] {false, true}) {
      seen.clear();
      Unread unread = walk(sorted);

      assertThat(unread.count()).isEqualTo(1);
      assertThat(unread.named().get(0).path()).isEqualTo(path);
      assertThat(unread.named().get(0).why()).startsWith(why);
      assertThat(seen).containsExactly(SOUND);
    }
  }

  @ParameterizedTest
  @CsvSource({"'', is no record: it is not a JSON object", "[], is no record: it is not a JSON"})
  void whatIsNoRecordIsTold(String content, String why) throws IOException {
    write(FORMER, content.getBytes(UTF_8));

    assertUnread(FORMER, why);
  }

  @Test
  void aRecordThatIsCutIsTold() throws IOException {
    write(FORMER, new String(RECORD, UTF_8).substring(0, RECORD.length / 2).getBytes(UTF_8));

    assertUnread(FORMER, "is no record: it is not JSON: ");
  }

  @Test
  void aRecordOfAnotherVersionIsTold() throws IOException {
    String text = new String(RECORD, UTF_8);
    assertThat(text).contains("\"version\": 1,");
    write(FORMER, text.replace("\"version\": 1,", "\"version\": 2,").getBytes(UTF_8));

    assertUnread(FORMER, "is no record: _dicomweb.version is not 1");
  }

  @Test
  void aRecordThatIsTooLargeIsTold() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve(FORMER).toFile(), "rw")) {
      file.setLength(JsonFile.MOST_BYTES + 1);
    }

    assertUnread(FORMER, "is no record: it is too large: more than 128 MB");
  }

  @ParameterizedTest
  @ValueSource(strings = {FORMER, "1.2/series", "1.9"})
  void aLinkThatMayLeadToRecordsIsToldAndNotFollowed(String link) throws IOException {
    boolean toRecord = EntryFiles.isRecord(link);
    Files.createSymbolicLink(folder.resolve(link), folder.resolve(toRecord ? SOUND : "1.2"));

    assertUnread(link, "is neither file nor folder, and was not followed");
  }

  @Test
  void aLinkThatLeadsNowhereIsToldWhereARecordWouldBe() throws IOException {
    Files.createSymbolicLink(folder.resolve(FORMER), folder.resolve("nowhere"));
    Files.createSymbolicLink(folder.resolve("1.2/body"), folder.resolve(SOUND));

    assertUnread(FORMER, "is neither file nor folder, and was not followed");
  }

  @Test
  void aFolderThatLiesTooDeepIsTold() throws IOException {
    write("1.2/" + "a/".repeat(15) + "frame.dump.json", RECORD);
    assertThat(walk(false)).isEqualTo(Unread.NOTHING);

    Files.delete(folder.resolve("1.2/" + "a/".repeat(15) + "frame.dump.json"));
    write("1.2/" + "a/".repeat(16) + "frame.dump.json", RECORD);

    assertUnread("1.2" + "/a".repeat(16), "lies too deep to be of a dump");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.9", "1.2/series"})
  void aFolderThatCannotBeListedIsTold(String shut) throws IOException {
    Path closed = Files.createDirectories(folder.resolve(shut));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(closed), "root may read anywhere");
      assertUnread(shut, "cannot be read: ");
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aRecordThatMayNotBeReadIsTold() throws IOException {
    write(FORMER, RECORD);
    Path closed = folder.resolve(FORMER);
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(closed), "root may read anywhere");

    assertUnread(FORMER, "cannot be read: ");
  }

  @Test
  void whatIsNoneOfTheDumpIsNoMatter() throws IOException {
    write(FORMER + ".tmp", new byte[9]);
    write("1.2/body", new byte[9]);
    write(".git/x.dump.json", new byte[9]);
    write("lost+found/x.dump.json", new byte[9]);

    assertThat(walk(false)).isEqualTo(Unread.NOTHING);
    assertThat(seen).containsExactly(SOUND);
  }

  @Test
  void sortedRecordsComeBeforeFoldersAndNumbersByTheirValue() throws IOException {
    String frames = "1.2/frames/";
    for (String number : List.of("10", "9", "1")) {
      write(frames + number + ".dump.json", RECORD);
    }

    walk(true);

    assertThat(seen)
        .containsExactly(
            SOUND, frames + "1.dump.json", frames + "9.dump.json", frames + "10.dump.json");
  }

  @Test
  void theVisitorMayEndTheWalk() throws IOException {
    write("1.9/metadata.dump.json", RECORD);
    RecordWalk.Visitor<DumpRecord> first =
        (path, record) -> {
          seen.add(path);
          return false;
        };
    new RecordWalk<>(folder, RecordReader::read, first, new UnreadTally(), true).walk(folder);

    assertThat(seen).containsExactly(SOUND);
  }

  @Test
  void ofVeryManyTheFirstAreNamed() throws IOException {
    for (int i = 10; i < 60; i++) {
      write("1.2/" + i + ".dump.json", new byte[0]);
    }

    Unread unread = walk(false);

    assertThat(unread.count()).isEqualTo(50);
    assertThat(unread.named())
        .hasSize(Unread.MOST_NAMED)
        .first()
        .returns("1.2/10.dump.json", Unread.Entry::path);
    assertThat(unread.lines("not counted"))
        .hasSize(21)
        .last()
        .isEqualTo("50 cannot be read: not counted");
  }

  @Test
  void theNameOfAFileSteersNoTerminal() throws IOException {
    Unread.Entry entry = new Unread.Entry("1.2/\u001b[2J.dump.json", "is no record");

    assertThat(entry.line()).isEqualTo("1.2/?[2J.dump.json is no record");
  }
}
