package dev.dicomwebdump.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.exchange.OutputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileAsideTest {

  @TempDir private Path temp;

  @Test
  void takesThePlaceOfWhatIsThereAndIsTheOwnersAlone() throws Exception {
    Path file = Files.writeString(temp.resolve("report.html"), "old");

    write(file, "new");

    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(temp).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void saysWhichFileCannotBeWritten() {
    Path file = temp.resolve("nowhere/report.html");

    assertThatThrownBy(() -> write(file, "new"))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("cannot write " + file);
  }

  @Test
  void whatALinkNamesIsReplacedAndNotTheLink() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "old");
    Path link = Files.createSymbolicLink(temp.resolve("link"), file);

    write(link, "new");

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aDeviceStaysOne() {
    Path device = Path.of("/dev/null");

    write(device, "new");

    assertThat(Files.isRegularFile(device)).isFalse();
  }

  @Test
  void aFolderIsRefusedBeforeAnythingIsWritten() {
    assertThatThrownBy(() -> new FileAside(temp, Permissions.OWNER_ONLY))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("cannot write " + temp);
  }

  private static void write(Path file, String content) {
    try (FileAside aside = new FileAside(file, Permissions.OWNER_ONLY)) {
      aside.finish(content.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
