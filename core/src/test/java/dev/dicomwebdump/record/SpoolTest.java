package dev.dicomwebdump.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.Permissions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {

  private static final int LARGE = 3 << 20;

  @TempDir private Path temp;
  private Spool spool;

  @BeforeEach
  void open() {
    spool = new Spool(ArchiveFolder.open(temp, Permissions.UMASK, warning -> {}));
  }

  private byte[] written(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    for (int at = 0; at < length; at += 70_001) {
      spool.write(bytes, at, Math.min(70_001, length - at));
    }
    return bytes;
  }

  private static byte[] rest(InputStream stream) throws IOException {
    try (stream) {
      return stream.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1 << 20, (1 << 20) + 1, LARGE})
  void whatWasWrittenIsReadFromItsBeginningByEachReader(int length) throws IOException {
    byte[] bytes = written(length);
    InputStream one = spool.open();
    one.skipNBytes(length / 2);

    assertThat(rest(spool.open())).isEqualTo(bytes);
    assertThat(rest(one)).hasSize(length - length / 2);
    spool.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, LARGE})
  void whoReadsKnowsWhetherThereIsMore(int length) throws IOException {
    written(length);

    try (InputStream stream = spool.open()) {
      stream.skipNBytes(length - 7);
      assertThat(stream.available()).isEqualTo(7);
      stream.skipNBytes(7);
      assertThat(stream.available()).isZero();
    }
    spool.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, LARGE})
  void whoReadsCanGoOnWhenItIsClosed(int length) throws IOException {
    byte[] bytes = written(length);
    InputStream one = spool.open();
    InputStream other = spool.open();
    spool.close();

    other.close();
    other.close(); // once more counts for nothing
    assertThat(rest(one)).isEqualTo(bytes);
    assertThatThrownBy(() -> spool.open()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void noFileOfItCanBeFound() throws IOException {
    written(LARGE);

    try (Stream<Path> files = Files.walk(temp)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
    spool.close();
  }
}
