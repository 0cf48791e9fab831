package dev.dicomwebdump.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastMediaTypeTest {

  private final LastMediaType types = new LastMediaType();

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "a/b", "a/B", "a/b; c=d", "a/b; c=\"d\""})
  void everyTextIsReadAsAlwaysWhateverCameBefore(@Nullable String text) {
    types.of("a/b; c=e");
    assertThat(types.of(text)).isEqualTo(MediaType.parse(text));
    assertThat(types.of("a/b; c=e")).isEqualTo(MediaType.parse("a/b; c=e"));
    assertThat(types.of(text)).isEqualTo(MediaType.parse(text));
  }

  @Test
  void whatComesAgainIsNotReadAgain() {
    MediaType first = types.of("a/b; c=d");
    assertThat(types.of(" a/b; c=d".substring(1))).isSameAs(first);
  }
}
