package dev.dicomwebdump.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {

  private static final String ADDRESS = "http://pacs.example/studies/1%202?x=%C3%A4&y";
  private static final Headers HEADERS = Headers.NONE.with("Accept", "*/*");

  @Test
  void aUrlIsTheSameAsTextAndTakenApart() {
    Request text = new Request(ADDRESS, HEADERS);
    Request parsed = new Request(URI.create(ADDRESS), HEADERS);

    assertThat(text).isEqualTo(parsed).hasSameHashCodeAs(parsed).hasToString(parsed.toString());
    assertThat(text.url()).isEqualTo(URI.create(ADDRESS)).isSameAs(text.url());
    assertThat(parsed.address()).isEqualTo(ADDRESS);
  }

  @Test
  void requestsWithOtherHeadersGoToTheSameUrl() {
    Request request = new Request(ADDRESS, HEADERS);

    assertThat(
            List.of(
                request.with("A", "1"),
                request.without("Accept"),
                request.to(URI.create("http://b/"))))
        .doesNotContain(request)
        .extracting(Request::address)
        .containsExactly(ADDRESS, ADDRESS, "http://b/");
    assertThat(request.with("A", "1").without("a")).isEqualTo(request);
    assertThat(request.with(Headers.NONE).headers()).isEqualTo(Headers.NONE);
  }

  @Test
  void whatIsNoUrlShowsWhenItIsTakenApart() {
    Request request = new Request("http://pacs.example/ ", HEADERS);

    assertThatThrownBy(request::url).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "http://pacs.example/a,       http://pacs.example/b?c=d,      true",
    "http://pacs.example,         http://pacs.example/,           true",
    "http://pacs.example:8042/a,  http://pacs.example:8042/b,     true",
    "http://[::1]:8042/a,         http://[::1]:8042/b,            true",
    "http://pacs.example/a,       https://pacs.example/a,         false",
    "http://pacs.example/a,       http://pacs.example:80/a,       false",
    "http://pacs.example/a,       http://pacs.example.evil/a,     false",
    "http://pacs.example/a,       http://pacs.example@evil/a,     false",
    "http://pacs.example:80/a,    http://pacs.example:8042/a,     false",
    "http://pacs.example/a,       http://PACS.example/a,          false",
    "http://pacs.example/a,       http://pacs.example,            false",
  })
  void aSiteHasWhatBeginsAlike(String url, String address, boolean has) {
    assertThat(Site.of(URI.create(url)).has(new Request(address, HEADERS))).isEqualTo(has);
  }
}
