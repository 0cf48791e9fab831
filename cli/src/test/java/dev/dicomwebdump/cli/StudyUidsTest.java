package dev.dicomwebdump.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.resource.Uid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StudyUidsTest {

  private static List<Uid> read(String stdin, String... named) {
    return new StudyUids(new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)))
        .read(List.of(named));
  }

  private static List<Uid> uids(String... values) {
    return Stream.of(values).map(Uid::new).toList();
  }

  @Test
  void studiesAreNamedOnTheCommandLine() {
    assertThat(read("9", "1.2", "1.3")).isEqualTo(uids("1.2", "1.3"));
  }

  @Test
  void aHyphenStandsForTheLinesOfStdin() {
    assertThat(read(" 1.5 \r\n\n1.6", "1.2", "-", "1.3"))
        .isEqualTo(uids("1.2", "1.5", "1.6", "1.3"));
  }

  @Test
  void whatIsNoUidIsRefused() {
    assertThatThrownBy(() -> read("1.2\n../x", "-"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("../x");
  }

  @Test
  void emptyStdinNamesNoStudy() {
    assertThatThrownBy(() -> read("\n", "-")).hasMessage("no study UID came from stdin");
  }

  @Test
  void stdinThatCannotBeReadIsSaid() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();

    assertThatThrownBy(() -> new StudyUids(closed).read(List.of("-")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("stdin cannot be read");
  }
}
