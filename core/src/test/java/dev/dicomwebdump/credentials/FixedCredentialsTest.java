package dev.dicomwebdump.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedCredentialsTest {

  @Test
  void theHeaderIsSentAsItStands() throws InterruptedException {
    assertThat(Asked.by(FixedCredentials.of("Bearer s3cret "))).isEqualTo("Bearer s3cret");
  }

  @Test
  void basicIsInUtf8() throws InterruptedException {
    assertThat(Asked.by(FixedCredentials.basic("test", "123\u00a3")))
        .isEqualTo("Basic dGVzdDoxMjPCow==");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "s3cret\r\nX: y", "s3cr\u00e9t", "s3cret\0"})
  void whatNoHeaderCanHoldIsRefusedWithoutShowingIt(String value) {
    assertThatThrownBy(() -> FixedCredentials.of(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("s3cr");
  }
}
