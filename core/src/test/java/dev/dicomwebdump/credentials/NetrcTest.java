package dev.dicomwebdump.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetrcTest {

  private static final String FILE =
      """
      # machine commented.example login no password no
      machine one.example login ann password s3cret
      machine two.example
        login "bob b"
        account ignored
        password "a \\"quoted\\" one#"
      macdef init
      machine macro.example login no password no

      machine half.example login carl
      default login guest password any
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one.example       | ann:s3cret
          ONE.example       | ann:s3cret
          two.example       | bob b:a "quoted" one#
          half.example      | guest:any
          macro.example     | guest:any
          commented.example | guest:any
          """)
  void theFirstEntryForAHostCounts(String host, String login) throws InterruptedException {
    assertThat(login(Netrc.parse(FILE), host)).isEqualTo(login);
  }

  @Test
  void aHostWithoutEntryHasNoLogin() {
    assertThat(Netrc.parse("machine a login b password c").of("other.example")).isNull();
    assertThat(Netrc.parse("").of("other.example")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"login s3cret", "machine", "machine a password", "machine a s3cret"})
  void whatIsNoNetrcFileIsRefusedWithoutShowingIt(String text) {
    assertThatThrownBy(() -> Netrc.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("s3cret");
  }

  private static @Nullable String login(Netrc netrc, String host) throws InterruptedException {
    String value = Asked.by(Objects.requireNonNull(netrc.of(host)));
    byte[] pair = Base64.getDecoder().decode(Objects.requireNonNull(value).substring(6));
    return new String(pair, StandardCharsets.UTF_8);
  }
}
