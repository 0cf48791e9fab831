package dev.dicomwebdump.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTest {

  @Test
  void anExchangeFollowsAllThatCameBefore() {
    Exchange retried = exchange("2").after(exchange("1"));
    Exchange last = exchange("4").after(exchange("3")).after(retried);

    assertThat(last.request().url()).hasToString("http://pacs.example/4");
    assertThat(last.earlier()).containsExactly(exchange("1"), exchange("2"), exchange("3"));
    assertThat(last.earlier()).allMatch(earlier -> earlier.earlier().isEmpty());
  }

  @Test
  void theProblemMayChangeAndNothingElse() {
    Problem cut = new Problem(Problem.Kind.TRUNCATED, "5 of 10 bytes came");
    Exchange changed = exchange("2").after(exchange("1")).withProblem(cut);

    assertThat(changed.failedBy(Problem.Kind.TRUNCATED)).isTrue();
    assertThat(changed.failedBy(Problem.Kind.STATUS)).isFalse();
    assertThat(changed.withProblem(null)).isEqualTo(exchange("2").after(exchange("1")));
  }

  @Test
  void withoutAResponseThereIsNoStatus() {
    assertThat(exchange("1").status()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "200, true, false",
    "203, true, false",
    "204, false, false",
    "206, true, false",
    "301, false, true",
    "304, false, false",
    "308, false, true",
    "404, false, false",
  })
  void aStatusIsASuccessOrARedirectOrNeither(int status, boolean success, boolean redirect) {
    ResponseHead head = new ResponseHead("HTTP/1.1", status, "", Headers.NONE);

    assertThat(head.isSuccess()).isEqualTo(success);
    assertThat(head.isRedirect()).isEqualTo(redirect);
  }

  @Test
  void theTotalCountsTheHandshakeOnce() {
    Duration ms = Duration.ofMillis(1);
    Timings timings = new Timings(ms, null, ms.multipliedBy(10), ms.multipliedBy(5), ms, ms, null);

    assertThat(timings.total()).isEqualTo(Duration.ofMillis(13));
    assertThat(Timings.UNKNOWN.total()).isZero();
  }

  @Test
  void problemsArePublishedInLowerCaseWithHyphens() {
    assertThat(Arrays.stream(Problem.Kind.values()).map(Problem.Kind::published))
        .contains("status", "content-type", "content-coding")
        .allMatch(name -> name.matches("[a-z]+(-[a-z]+)?"));
  }

  @Test
  void anOutputExceptionSaysWhatAndWhy() {
    NoSuchFileException gone = new NoSuchFileException("/dump/1", null, null);

    assertThat(new OutputException("cannot write /dump/1", gone))
        .hasMessage("cannot write /dump/1: there is no such file or folder")
        .hasCause(gone);
  }

  private static Exchange exchange(String path) {
    Request request = new Request(URI.create("http://pacs.example/" + path), Headers.NONE);
    return new Exchange(request, null, Instant.EPOCH, Timings.UNKNOWN, null, 0, null, List.of());
  }
}
