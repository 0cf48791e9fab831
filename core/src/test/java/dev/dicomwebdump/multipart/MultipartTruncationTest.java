package dev.dicomwebdump.multipart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipartTruncationTest {

  private static final String CLOSED_INSIDE = "x\r\n--b--\r\ny";

  @ParameterizedTest
  @CsvSource({"b, A: 1, A: 2", "b, Content-Length: 12, A: 1", ", Content-Length: 12, A: 1"})
  void aBodyThatBrokeOffIsNeverClosed(String boundary, String first, String second) {
    String payload = first.startsWith("A") ? "x\r\n--bc\r\n\r\ny" : CLOSED_INSIDE;
    String sound =
        "--b\r\n" + first + "\r\n\r\n" + payload + "\r\n--b\r\n" + second + "\r\n\r\nz\r\n--b--";
    for (int end = 0; end < sound.length(); end++) {
      MultipartIndex index = Scan.inPieces(boundary, sound.substring(0, end)).index();
      assertThat(index.closed()).as("cut at %d", end).isFalse();
      assertThat(Objects.requireNonNull(index.fault()).isCut()).as("cut at %d", end).isTrue();
    }
    assertThat(Scan.inPieces(boundary, sound).index().closed()).isTrue();
  }
}
