package dev.dicomwebdump.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.dump.Progress;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0    | 0  | 1  | 0 | 80  | 0/1 resources  0 B  0 B/s
          5000 | 9  | 20 | 0 | 80  | 9/20 resources  5.0 kB  500 B/s
          5000 | 10 | 40 | 0 | 80  | 10/40 resources  5.0 kB  500 B/s  30 s left
          5000 | 10 | 40 | 2 | 80  | 10/40 resources  5.0 kB  500 B/s  2 failed  30 s left
          5000 | 40 | 40 | 2 | 80  | 40/40 resources  5.0 kB  500 B/s  2 failed
          5000 | 40 | 40 | 2 | 15  | 40/40 resources
          5000 | 40 | 40 | 2 | 0   | ''
          5000 | 40 | 40 | 2 | -1  | ''
          """)
  void theMostImportantComesFirst(
      long bytes, long done, long known, long failures, int width, String line) {
    Progress progress = new Progress(bytes, done, known, failures);

    assertThat(new ProgressLine().text(progress, Duration.ofSeconds(10), width)).isEqualTo(line);
  }
}
