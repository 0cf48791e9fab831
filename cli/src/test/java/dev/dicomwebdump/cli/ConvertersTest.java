package dev.dicomwebdump.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.archive.Permissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ConvertersTest {

  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource({
    "10, PT10S",
    "10s, PT10S",
    "500ms, PT0.5S",
    "5m, PT5M",
    "1h, PT1H",
    "' 1s ', PT1S",
    "576h, PT576H",
  })
  void timesAreRead(String text, Duration time) {
    assertThat(new DurationConverter().convert(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "0ms", "-1s", "1.5s", "s", "1 s", "1d", "1H", "577h", "9999999999", "٣s"})
  void whatIsNoTimeIsRefused(String text) {
    assertThatThrownBy(() -> new DurationConverter().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .message()
        .contains("time");
  }

  @Test
  void aCredentialIsTakenAsItStands() {
    assertThat(new AuthorizationConverter().convert(" Bearer a=b "))
        .isEqualTo(new Authorization("Bearer a=b"));
  }

  @Test
  void aCredentialIsReadFromAFile() throws IOException {
    Path file = Files.writeString(temp.resolve("token"), "Bearer tiger\n");

    assertThat(new AuthorizationConverter().convert("@" + file))
        .isEqualTo(new Authorization("Bearer tiger"));
  }

  @Test
  void anEmptyCredentialIsNone() throws IOException {
    Path file = Files.writeString(temp.resolve("token"), " \n");

    assertThat(new AuthorizationConverter().convert("")).isNull();
    assertThat(new AuthorizationConverter().convert("@" + file)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer tiger\nHost: x", "Bearer tigér", "tiger\u0000", "tiger\u007f"})
  void aCredentialThatCannotBeSentIsRefusedWithoutShowingIt(String text) {
    assertThatThrownBy(() -> new AuthorizationConverter().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .message()
        .doesNotContain("tig");
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    Path absent = temp.resolve("absent");

    assertThatThrownBy(() -> new AuthorizationConverter().convert("@" + absent))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("cannot read " + absent);
  }

  @Test
  void aCredentialIsNeverShown() {
    assertThat(new Authorization("tiger")).hasToString("REDACTED");
  }

  @Test
  void permissionsAreOwnerOrUmask() {
    assertThat(new PermissionsConverter().convert("owner")).isEqualTo(Permissions.OWNER_ONLY);
    assertThat(new PermissionsConverter().convert("umask")).isEqualTo(Permissions.UMASK);
    assertThatThrownBy(() -> new PermissionsConverter().convert("all"))
        .isInstanceOf(TypeConversionException.class);
  }
}
