package dev.dicomwebdump.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.fetch.OwnOrigin;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsWatchTest {

  private static final OwnOrigin OWN = OwnOrigin.of(URI.create("https://pacs.example/dicom-web"));

  /**
   * Each word is one resource; 401+401 was asked for again with renewed credentials, *401 came from
   * another host.
   */
  @ParameterizedTest
  @CsvSource({
    "401,                     1",
    "403,                     1",
    "401+200 200,             0",
    "401+401,                 1",
    "200 401 401 401,         4",
    "200 401 401 200 401 401, 0",
    "200 403 403 403 403,     0",
    "200 401+401 200,         0",
    "200 401+401 401+401,     3",
    "200 401+401 401,         3",
    "0 401,                   2",
    "0 proxy,                 2",
    "proxy,                   1",
    "200 proxy proxy 200,     0",
    "200 proxy 401 proxy,     4",
    "200 *401 *401 *401 *401, 0",
    "*401 401,                2",
    "*403 200 *403,           0",
    "200 401 401 *200 401,    5",
  })
  void endsTheRunWhenTheServerRefusesAll(String resources, int endsAt) {
    CredentialsWatch watch = new CredentialsWatch(true, OWN);
    List<Integer> ends = new ArrayList<>();
    int number = 0;
    for (String resource : resources.split(" ", -1)) {
      number++;
      if (watch.see(exchange(resource)) != null) {
        ends.add(number);
      }
    }
    assertThat(ends.isEmpty() ? 0 : ends.get(0)).isEqualTo(endsAt);
  }

  @Test
  void aProxyIsNamedWithTheWayToGiveItCredentials() {
    assertThat(new CredentialsWatch(false, OWN).see(one("proxy")))
        .hasMessage(
            "the proxy p:1 wants credentials: give them with --proxy http://USER:PASSWORD@HOST:PORT");
  }

  private static Exchange exchange(String statuses) {
    String[] all = statuses.split("\\+", -1);
    Exchange last = one(all[0]);
    for (int i = 1; i < all.length; i++) {
      last = one(all[i]).after(last);
    }
    return last;
  }

  private static Exchange one(String word) {
    String status = word.replace("*", "");
    String url = word.equals(status) ? "https://pacs.example/" : "https://bulk.example/";
    Problem problem =
        status.equals("proxy")
            ? new Problem(Problem.Kind.PROXY, "the proxy p:1 wants credentials")
            : null;
    ResponseHead head =
        status.equals("0") || problem != null
            ? null
            : new ResponseHead("HTTP/1.1", Integer.parseInt(status), "", Headers.NONE);
    Request request = new Request(URI.create(url), Headers.NONE);
    return new Exchange(request, head, Instant.EPOCH, Timings.UNKNOWN, null, 0, problem, List.of());
  }
}
