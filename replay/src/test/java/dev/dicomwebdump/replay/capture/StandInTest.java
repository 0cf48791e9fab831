package dev.dicomwebdump.replay.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.archive.StoredMultipart;
import dev.dicomwebdump.archive.StoredPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A payload may hold the text of a boundary: only delimiters are changed. */
class StandInTest {

  private static final String BODY =
      "--abc\r\nA: b\r\n\r\none --abc\r\n--abc\r\n\r\ntwo\r\n--abc--\r\n";
  private static final StoredMultipart PARTS =
      new StoredMultipart("abc", true, List.of(part("one --abc"), part("two")));

  private static StoredPart part(String payload) {
    return new StoredPart(List.of(), BODY.indexOf(payload), payload.length(), null, null);
  }

  @Test
  void delimitersHaveTheOtherBoundary() throws IOException {
    Content changed = StandIn.withBoundary(Content.of(BODY), PARTS, "xyz");

    assertThat(text(Objects.requireNonNull(changed)))
        .isEqualTo("--xyz\r\nA: b\r\n\r\none --abc\r\n--xyz\r\n\r\ntwo\r\n--xyz--\r\n");
    assertThat(changed.length()).isEqualTo(BODY.length());
  }

  @Test
  void nothingStandsInWithoutDelimitersOfThatLength() {
    assertThat(StandIn.withBoundary(Content.of(BODY), PARTS, "longer")).isNull();
    assertThat(StandIn.withBoundary(Content.of(BODY), null, "xyz")).isNull();
  }

  private static String text(Content content) throws IOException {
    try (InputStream in = content.open()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
