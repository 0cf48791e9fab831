package dev.dicomwebdump.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DicomFolderTest {

  private static final Resource INSTANCE =
      Resource.instance(new Uid("1.2"), new Uid("1.2.3"), new Uid("1.2.3.4"));
  private static final String NAME = "1.2/1.2.3/1.2.3.4.dcm";

  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void makeDump() throws IOException {
    Files.createDirectories(temp.resolve("dump/1.2"));
    root = temp.resolve("a/files");
  }

  private DicomFolder open(String dump) {
    return DicomFolder.open(root, temp.resolve(dump), Permissions.OWNER_ONLY);
  }

  private static void settle(DicomFolder folder, String content) {
    String temporary = Layout.temporary(folder.temporaries().payload());
    folder.files().write(temporary, content.getBytes(UTF_8));
    folder.settle(temporary, INSTANCE);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.map(file -> root.relativize(file).toString())
          .filter(name -> !name.isEmpty())
          .sorted()
          .toList();
    }
  }

  @Test
  void itHoldsFilesAndNothingElse() throws IOException {
    try (DicomFolder folder = open("dump")) {
      settle(folder, "longer");
      settle(folder, "other");
      folder.files().write(folder.temporaries().payload(), new byte[1]);
      assertThat(folder.holds(INSTANCE, 5)).isTrue();
      assertThat(folder.holds(INSTANCE, 6)).isFalse();
    }

    assertThat(names()).containsExactly("1.2", "1.2/1.2.3", NAME);
    assertThat(root.resolve(NAME)).hasContent("other");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(NAME))))
        .isEqualTo("rw-------");
    for (String made : List.of("", "1.2", "1.2/1.2.3")) {
      Path folder = root.resolve(made);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void whatAKilledRunLeftGoesAwayAndWhatAnotherDumpsRunWritesStays() throws IOException {
    Files.createDirectory(temp.resolve("other"));
    DicomFolder killed = open("dump");
    killed.files().write(killed.temporaries().payload(), new byte[1]);
    Files.writeString(root.resolve("mine"), "x");
    try (DicomFolder other = open("other")) {
      other.files().write(other.temporaries().payload(), new byte[1]);
      open("dump").close();

      assertThat(names()).hasSize(3).contains("mine");
    }
    assertThat(names()).containsExactly("mine");
  }

  @Test
  void whatCannotBeAFolderIsTold() throws IOException {
    Files.createDirectories(root.getParent());
    Files.writeString(root, "a file");

    assertThatExceptionOfType(OutputException.class)
        .isThrownBy(() -> open("dump"))
        .withMessageContaining(root.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "dump, true",
    "dump/1.2, true",
    "dump/new/deep, true",
    "dump/../dump/x, true",
    "link/x, true",
    "dumped, false",
    "dump/../x, false",
    "., false",
    "new/dump, false",
  })
  void aFolderLiesInADumpOrNot(String folder, boolean inside) throws IOException {
    Files.createSymbolicLink(temp.resolve("link"), temp.resolve("dump/1.2"));

    assertThat(DicomFolder.liesIn(temp.resolve(folder), temp.resolve("dump"))).isEqualTo(inside);
  }

  @Test
  void aDumpThatIsNotThereYetIsAPlaceToo() {
    assertThat(DicomFolder.liesIn(temp.resolve("new/x"), temp.resolve("new"))).isTrue();
    assertThat(DicomFolder.liesIn(Path.of("x"), Path.of("x"))).isTrue();
  }
}
