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

  @ParameterizedTest
  @CsvSource({"0, PT0S", "0s, PT0S", "00ms, PT0S", "0h, PT0S", "3s, PT3S"})
  void noTimeAtAllIsReadWhereThatHasAMeaning(String text, Duration time) {
    assertThat(new OutageConverter().convert(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "1/s, PT1S",
    "10/m, PT6S",
    "0.5/s, PT2S",
    "100/h, PT36S",
    "' 3/s ', PT0.333333334S",
    "999999/s, PT0.000001001S",
  })
  void ratesAreReadAsTheTimeBetweenTwo(String text, Duration interval) {
    assertThat(new RateConverter().convert(text)).isEqualTo(interval);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10", "0/s", "0.000/s", "-1/s", "1/d", "1 /s", "1./s", "1/2s", "many"})
  void whatIsNoRateIsRefused(String text) {
    assertThatThrownBy(() -> new RateConverter().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("is no rate");
  }

  @Test
  void aCredentialIsTakenAsItStands() {
    assertThat(new SecretConverter().convert(" Bearer a=b ")).isEqualTo(new Secret("Bearer a=b"));
  }

  @Test
  void aCredentialIsReadFromAFile() throws IOException {
    Path file = Files.writeString(temp.resolve("token"), "Bearer tiger\n");

    assertThat(new SecretConverter().convert("@" + file)).isEqualTo(new Secret("Bearer tiger"));
  }

  @Test
  void anEmptyCredentialIsRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("token"), " \n");

    for (String text : new String[] {"", "@" + file}) {
      assertThatThrownBy(() -> new SecretConverter().convert(text))
          .isInstanceOf(TypeConversionException.class)
          .hasMessage("it is empty");
    }
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    Path absent = temp.resolve("absent");

    assertThatThrownBy(() -> new SecretConverter().convert("@" + absent))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("cannot read " + absent);
  }

  @Test
  void aCredentialIsNeverShown() {
    assertThat(new Secret("tiger")).hasToString("REDACTED");
  }

  @Test
  void permissionsAreOwnerOrUmask() {
    assertThat(new PermissionsConverter().convert("owner")).isEqualTo(Permissions.OWNER_ONLY);
    assertThat(new PermissionsConverter().convert("umask")).isEqualTo(Permissions.UMASK);
    assertThatThrownBy(() -> new PermissionsConverter().convert("all"))
        .isInstanceOf(TypeConversionException.class);
  }
}
