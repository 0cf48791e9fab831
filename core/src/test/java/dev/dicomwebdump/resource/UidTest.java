package dev.dicomwebdump.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UidTest {

  private static final String LONGEST = "1." + "2".repeat(62);

  @ParameterizedTest
  @CsvSource({
    "1.2.840.10008.1.2, true",
    "0, true",
    "1.0.3, true",
    "1.02.3, false",
    "1..3, false",
    "2.25.abc, false",
    "a_b-c, false",
    "1-, false",
  })
  void aUidMayBeNonconformant(String value, boolean conformant) {
    assertThat(new Uid(value).isConformant()).isEqualTo(conformant);
    assertThat(Uid.orNull(value)).hasToString(value);
  }

  static Stream<String> unusable() {
    return Stream.of(
        "",
        ".",
        "..",
        ".1",
        "1.2.",
        "-1",
        "_dump",
        "1/2",
        "1\\2",
        "../1",
        "1%2e2",
        "1 2",
        "1\n",
        "1\u0000",
        "é",
        LONGEST + "3");
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void whatCannotBeANameIsNoUid(String value) {
    assertThat(Uid.orNull(value)).isNull();
    assertThatThrownBy(() -> new Uid(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a UID: \"");
  }

  @Test
  void aUidHasAtMost64Characters() {
    assertThat(new Uid(LONGEST).isConformant()).isTrue();
  }

  @Test
  void noUidIsNull() {
    assertThat(Uid.orNull(null)).isNull();
  }

  @Test
  void theMessageShowsWhatIsWrongOnOneLine() {
    assertThatThrownBy(() -> new Uid("a\u001b[31m\n" + "b".repeat(1000)))
        .message()
        .startsWith("not a UID: \"a?[31m?b")
        .doesNotContain("\n")
        .hasSizeLessThan(250);
  }

  @Test
  void uidsAreOrderedAsText() {
    assertThat(Stream.of("1.9", "1.10", "1.1").map(Uid::new).sorted().map(Uid::value))
        .containsExactly("1.1", "1.10", "1.9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", ".", "-", "_", "1.", ".1", "1.2", "a-b", "a_", "a-", "-a", "é", "1 2"})
  void isSafeWhenThePublishedPatternSaysSo(String text) {
    for (String value : List.of(text, text.repeat(16), "1".repeat(63) + text)) {
      assertThat(Uid.orNull(value) != null).as(value).isEqualTo(value.matches(Uid.PATTERN));
    }
  }
}
