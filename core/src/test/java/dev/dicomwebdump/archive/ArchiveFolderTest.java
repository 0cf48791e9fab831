package dev.dicomwebdump.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFolderTest {

  private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

  @TempDir Path temp;
  private final List<String> warnings = new ArrayList<>();

  private ArchiveFolder open(Path root) {
    return ArchiveFolder.open(root, Permissions.OWNER_ONLY, warnings::add);
  }

  @Test
  void openingMakesTheFolderAndLeavesNothingElseBehind() throws IOException {
    open(temp.resolve("a/b"));

    assertThat(names(temp)).containsExactlyInAnyOrder("a", "a/b", "a/b/_dump");
    assertThat(warnings).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void foldersAndFilesAreTheOwnersAlone() throws IOException {
    ArchiveFolder folder = open(temp.resolve("dump"));
    folder.write("1.2/series/3/metadata.dump.json", HELLO);
    try (PendingFile file = folder.create("1.2/metadata")) {
      file.moveTo("1.2/metadata");
    }

    assertThat(mode("dump")).isEqualTo("rwx------");
    assertThat(mode("dump/1.2/series/3")).isEqualTo("rwx------");
    assertThat(mode("dump/1.2/metadata")).isEqualTo("rw-------");
    assertThat(mode("dump/1.2/series/3/metadata.dump.json")).isEqualTo("rw-------");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void withUmaskTheModesAreThoseOfAnyOtherFile() throws IOException {
    Path other = Files.createFile(temp.resolve("other"));
    Path otherFolder = Files.createDirectory(temp.resolve("otherFolder"));
    ArchiveFolder folder = ArchiveFolder.open(temp, Permissions.UMASK, warnings::add);
    folder.write("1.2/metadata.dump.json", HELLO);

    assertThat(mode("1.2/metadata.dump.json")).isEqualTo(mode(other.toString()));
    assertThat(mode("1.2")).isEqualTo(mode(otherFolder.toString()));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderThatIsThereKeepsItsModes() throws IOException {
    Path root =
        Files.createDirectory(
            temp.resolve("dump"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));

    open(root);

    assertThat(mode("dump")).isEqualTo("rwxr-x---");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theFolderMayBeASymbolicLink() throws IOException {
    Path real = Files.createDirectory(temp.resolve("real"));
    ArchiveFolder folder = open(Files.createSymbolicLink(temp.resolve("link"), real));

    folder.write("1.2/metadata.dump.json", HELLO);

    assertThat(real.resolve("1.2/metadata.dump.json")).hasBinaryContent(HELLO);
  }

  @Test
  void aFileSystemWithoutModesWorksAndGivesOneWarning() throws IOException {
    try (FileSystem zip = zip()) {
      ArchiveFolder folder = open(zip.getPath("/dump"));
      folder.write("1.2/metadata.dump.json", HELLO);
      folder.write("1.2/series/3/metadata.dump.json", HELLO);

      assertThat(zip.getPath("/dump/1.2/metadata.dump.json")).hasBinaryContent(HELLO);
      assertThat(warnings).singleElement().asString().contains("/dump").contains("modes");
    }
  }

  @Test
  void withUmaskAFileSystemWithoutModesIsNoMatter() throws IOException {
    try (FileSystem zip = zip()) {
      ArchiveFolder.open(zip.getPath("/dump"), Permissions.UMASK, warnings::add);
    }

    assertThat(warnings).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefusedUpFront() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));

    assertThatThrownBy(() -> open(file))
        .isInstanceOf(OutputException.class)
        .hasMessage("cannot write into " + file + ": it is not a folder");
    assertThatThrownBy(() -> open(file.resolve("below")))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aPendingFileHasItsNameOnlyWhenMoved() throws IOException {
    ArchiveFolder folder = open(temp);
    try (PendingFile file = folder.create("1.2/metadata")) {
      file.write(HELLO, 1, 3);
      assertThat(names(temp.resolve("1.2"))).containsExactly("metadata.tmp");
      file.moveTo("1.2/metadata");
    }

    assertThat(temp.resolve("1.2/metadata")).hasContent("ell");
    assertThat(names(temp.resolve("1.2"))).containsExactly("metadata");
  }

  @Test
  void aPendingFileMayEndUnderAnotherName() {
    ArchiveFolder folder = open(temp);
    try (PendingFile file = folder.create("1.2/metadata")) {
      file.write(HELLO, 0, 5);
      file.moveTo("1.2/metadata.partial");
    }

    assertThat(temp.resolve("1.2/metadata.partial")).hasBinaryContent(HELLO);
  }

  @Test
  void aPendingFileThatWasNotMovedIsDeleted() throws IOException {
    try (PendingFile file = open(temp).create("1.2/metadata")) {
      file.write(new byte[100_000], 0, 100_000);
    }

    assertThat(names(temp.resolve("1.2"))).isEmpty();
  }

  @Test
  void whatIsThereIsReplaced() throws IOException {
    ArchiveFolder folder = open(temp);
    folder.write("1.2/metadata.dump.json", new byte[100]);
    folder.replace("_dump/summary.json", new byte[100]);
    Files.write(Files.createFile(temp.resolve("1.2/metadata.tmp")), new byte[100]);

    folder.write("1.2/metadata.dump.json", HELLO);
    folder.replace("_dump/summary.json", HELLO);
    folder.replace("1.2/metadata", HELLO);

    assertThat(temp.resolve("1.2/metadata.dump.json")).hasBinaryContent(HELLO);
    assertThat(temp.resolve("_dump/summary.json")).hasBinaryContent(HELLO);
    assertThat(temp.resolve("1.2/metadata")).hasBinaryContent(HELLO);
    assertThat(names(temp))
        .containsExactlyInAnyOrder(
            "1.2", "1.2/metadata", "1.2/metadata.dump.json", "_dump", "_dump/summary.json");
  }

  @Test
  void deletingIsQuietAboutWhatIsNotThere() {
    ArchiveFolder folder = open(temp);
    folder.write("1.2/metadata.dump.json", HELLO);

    folder.delete("1.2/metadata.dump.json");
    folder.delete("1.2/metadata.dump.json");

    assertThat(temp.resolve("1.2/metadata.dump.json")).doesNotExist();
  }

  @Test
  void everyFailureNamesTheFile() throws IOException {
    ArchiveFolder folder = open(temp);
    Files.createFile(temp.resolve("1.2"));
    Files.createDirectories(temp.resolve("9/metadata/below"));

    assertThatThrownBy(() -> folder.write("1.2/metadata.dump.json", HELLO))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("1.2/metadata.dump.json");
    assertThatThrownBy(() -> folder.create("1.2/metadata"))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("1.2/metadata.tmp");
    assertThatThrownBy(() -> folder.delete("9/metadata"))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("9/metadata");
    assertThatThrownBy(() -> folder.replace("9/metadata", HELLO))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("9/metadata");
    assertThat(names(temp.resolve("9"))).doesNotContain("metadata.tmp");
  }

  @Test
  void aStudyIsHeldWhenThereIsAnyRecordOfIt() throws IOException {
    ArchiveFolder folder = open(temp);
    Uid study = new Uid("1.2");
    assertThat(new StudyRecords(folder, study).any()).isFalse();

    Files.createDirectories(temp.resolve("1.2/series/uid.dump.json"));
    folder.replace("1.2/metadata", HELLO);
    folder.write("1.2.3/metadata.dump.json", HELLO);
    assertThat(new StudyRecords(folder, study).any()).isFalse();

    folder.write("1.2/series/3/instances/4/frames/5.dump.json", HELLO);
    assertThat(new StudyRecords(folder, study).any()).isTrue();
  }

  @Test
  void manyThreadsMayMakeTheSameFoldersAtOnce() throws Exception {
    ArchiveFolder folder = open(temp);

    Together.run(
        8, thread -> folder.write("1.2/series/3/instances/4/frames/" + (thread + 1), HELLO));

    assertThat(names(temp.resolve("1.2/series/3/instances/4/frames"))).hasSize(8);
  }

  private FileSystem zip() throws IOException {
    return FileSystems.newFileSystem(
        URI.create("jar:" + temp.resolve("fs.zip").toUri()), Map.of("create", "true"));
  }

  private String mode(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve(path)));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !file.equals(folder))
          .map(file -> folder.relativize(file).toString())
          .toList();
    }
  }
}
