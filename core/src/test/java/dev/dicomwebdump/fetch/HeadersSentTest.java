package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.credentials.FixedCredentials;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadersSentTest {

  @Test
  void everyRequestSaysWhatItTakesAndWhoAsks() throws InterruptedException {
    Fixture fixture = new Fixture(Answer.OK);

    fixture.fetch(Fixture.METADATA);

    assertThat(fixture.server.requests.get(0).headers())
        .containsExactly(
            new Header("Accept", "application/dicom+json"),
            new Header("Accept-Encoding", "identity"),
            new Header("User-Agent", "dicomweb-dump"));
  }

  @Test
  void theUsersHeadersComeLastAndReplaceOurs() throws InterruptedException {
    Header first = new Header("X-Tag", "a");
    Header second = new Header("x-tag", "b");
    Header agent = new Header("user-agent", "mine");
    Fixture fixture = new Fixture(settings(List.of(first, second, agent)), Answer.OK);

    fixture.fetch(Fixture.METADATA);

    assertThat(fixture.server.requests.get(0).headers())
        .containsExactly(
            new Header("Accept", "application/dicom+json"),
            new Header("Accept-Encoding", "gzip"),
            new Header("Authorization", "Bearer s3cret"),
            first,
            second,
            agent);
  }

  @Test
  void settingsDoNotShowSecrets() {
    assertThat(settings(List.of(new Header("X-Api-Key", "s3cret"))).toString())
        .contains("retries=3")
        .doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({"-1, PT1S, PT1S, 1", "0, PT-1S, PT1S, 1", "0, PT1S, PT-1S, 1", "0, PT1S, PT1S, 0"})
  void settingsOutOfRangeAreRefused(int retries, Duration wait, Duration outage, int concurrency) {
    assertThatThrownBy(
            () ->
                new FetchSettings(
                    retries,
                    wait,
                    outage,
                    concurrency,
                    Politeness.NONE,
                    AcceptSettings.USUAL,
                    "identity",
                    "test",
                    Headers.NONE,
                    Credentials.none()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static FetchSettings settings(List<Header> extra) {
    return new FetchSettings(
        3,
        Duration.ofMinutes(5),
        Duration.ZERO,
        1,
        Politeness.NONE,
        AcceptSettings.USUAL,
        "gzip",
        "ours",
        new Headers(extra),
        FixedCredentials.of("Bearer s3cret"));
  }
}
