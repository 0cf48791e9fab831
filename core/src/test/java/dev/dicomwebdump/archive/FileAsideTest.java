package dev.dicomwebdump.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.exchange.OutputException;
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

    FileAside.write(file, new byte[] {'n', 'e', 'w'}, Permissions.OWNER_ONLY);

    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(temp).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void saysWhichFileCannotBeWritten() {
    Path file = temp.resolve("nowhere/report.html");

    assertThatThrownBy(() -> FileAside.write(file, new byte[1], Permissions.OWNER_ONLY))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("cannot write " + file);
  }

  @Test
  void whatALinkNamesIsReplacedAndNotTheLink() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "old");
    Path link = Files.createSymbolicLink(temp.resolve("link"), file);

    FileAside.write(link, new byte[] {'n', 'e', 'w'}, Permissions.OWNER_ONLY);

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aDeviceStaysOne() {
    Path device = Path.of("/dev/null");

    FileAside.write(device, new byte[1], Permissions.OWNER_ONLY);

    assertThat(Files.isRegularFile(device)).isFalse();
  }

  @Test
  void aFolderIsRefusedBeforeAnythingIsWritten() {
    assertThatThrownBy(() -> new FileAside(temp, Permissions.OWNER_ONLY))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("cannot write " + temp);
  }
}
