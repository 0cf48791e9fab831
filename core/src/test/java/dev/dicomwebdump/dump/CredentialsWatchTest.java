package dev.dicomwebdump.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.Timings;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsWatchTest {

  @ParameterizedTest
  @CsvSource({
    "401, true",
    "403, true",
    "404, false",
    "0 401, true",
    "200 401, false",
    "200 401 401, false",
    "200 401 401 401, true",
    "200 401 401 200 401 401, false",
    "200 401 401 0 401, false",
    "200 403 403 403, false",
    "404 403, false",
  })
  void theLastAnswerEndsTheRunOrNot(String statuses, boolean ends) {
    CredentialsWatch watch = new CredentialsWatch(true);
    List<Boolean> refusals =
        Stream.of(statuses.split(" ", -1))
            .map(status -> watch.see(exchange(Integer.parseInt(status))) != null)
            .toList();

    assertThat(refusals.subList(0, refusals.size() - 1)).doesNotContain(true);
    assertThat(refusals).last().isEqualTo(ends);
  }

  @ParameterizedTest
  @CsvSource({
    "true, 401, 'the server answers 401 Unauthorized: it refuses the credentials that were given'",
    "false, 403, 'the server answers 403 Forbidden: it wants credentials; give them with --authorization'",
  })
  void theMessageSaysWhatToDo(boolean sentSome, int status, String message) {
    assertThat(new CredentialsWatch(sentSome).see(exchange(status))).hasMessage(message);
  }

  private static Exchange exchange(int status) {
    return new Exchange(
        new Request(URI.create("http://pacs.example"), Headers.NONE),
        status == 0 ? null : new ResponseHead("HTTP/1.1", status, "", Headers.NONE),
        Instant.EPOCH,
        Timings.UNKNOWN,
        null,
        0,
        null,
        List.of());
  }
}
