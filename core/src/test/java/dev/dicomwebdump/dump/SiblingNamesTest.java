package dev.dicomwebdump.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiblingNamesTest {

  private static final List<Uid> SIBLINGS =
      List.of(new Uid("abc"), new Uid("1.2"), new Uid("ABC"), new Uid("1.2"));

  @Test
  void whereCaseIsIgnoredTheSecondOfTwoHasNoPlace() throws IOException {
    assertThat(taken(Configuration.osX())).containsExactly(false, false, true, false);
  }

  @Test
  void elsewhereEachHasItsPlace() throws IOException {
    assertThat(taken(Configuration.unix())).containsOnly(false);
  }

  private static List<Boolean> taken(Configuration system) throws IOException {
    Configuration withModes = system.toBuilder().setAttributeViews("basic", "posix").build();
    try (FileSystem files = Jimfs.newFileSystem(withModes)) {
      SiblingNames names =
          new SiblingNames(
              ArchiveFolder.open(files.getPath("out"), Permissions.UMASK, warning -> {}));
      return SIBLINGS.stream().map(names::isTaken).toList();
    }
  }
}
