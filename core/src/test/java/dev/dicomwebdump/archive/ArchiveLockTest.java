package dev.dicomwebdump.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveLockTest {

  @TempDir Path temp;
  private ArchiveFolder folder;

  @BeforeEach
  void open() {
    folder = ArchiveFolder.open(temp, Permissions.OWNER_ONLY, warning -> {});
  }

  @Test
  void aSecondRunInThisProcessIsRefused() {
    try (ArchiveLock held = ArchiveLock.take(folder)) {
      assertThat(held).isNotNull();
      assertRefused();
    }
  }

  @Test
  void aSecondRunInAnotherProcessIsRefused() throws Exception {
    Process other = holder();
    try (BufferedReader output = other.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("holding true");
      assertRefused();

      other.getOutputStream().close();
      assertThat(other.waitFor()).isZero();
      ArchiveLock.take(folder).close();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void theLockCanBeTakenAgainWhenItWasGivenBack() {
    ArchiveLock.take(folder).close();
    ArchiveLock.take(folder).close();
  }

  @Test
  void theNextRunHearsWhetherTheLastOneEndedInOrder() {
    try (ArchiveLock first = ArchiveLock.take(folder)) {
      assertThat(first.lastEndedInOrder()).isTrue();
    }
    try (ArchiveLock afterCrash = ArchiveLock.take(folder)) {
      assertThat(afterCrash.lastEndedInOrder()).isFalse();
      afterCrash.endedInOrder();
    }
    try (ArchiveLock afterOrder = ArchiveLock.take(folder)) {
      assertThat(afterOrder.lastEndedInOrder()).isTrue();
    }
  }

  private void assertRefused() {
    assertThatThrownBy(() -> ArchiveLock.take(folder))
        .isInstanceOf(AlreadyLockedException.class)
        .hasMessageContaining("another run is writing into " + temp);
  }

  private Process holder() throws IOException, URISyntaxException {
    String classes =
        classesOf(ArchiveLock.class) + File.pathSeparator + classesOf(LockHolder.class);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(java, "-cp", classes, LockHolder.class.getName(), temp.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static Path classesOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
