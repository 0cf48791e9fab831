package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

  @ParameterizedTest
  @CsvSource({
    "http_proxy,  http://p:1,       http,  p:1",
    "http_proxy,  http://p:1,       https, ",
    "HTTP_PROXY,  http://p:1,       http,  ",
    "https_proxy, http://p:1,       https, p:1",
    "HTTPS_PROXY, http://p:1,       https, p:1",
    "HTTPS_PROXY, p:1,              https, p:1",
    "HTTPS_PROXY, p,                https, p:1080",
    "HTTPS_PROXY, http://u:pw@p:1/, https, p:1",
    "HTTPS_PROXY, http://u:pw@p_1:3128, https, p_1:3128",
  })
  void comesFromTheEnvironmentAsCurlReadsIt(
      String name, String value, String scheme, @Nullable String proxy) {
    assertThat(shown(Proxies.of(null, Map.of(name, value)), scheme, "pacs.example"))
        .isEqualTo(proxy);
  }

  @Test
  void lowerCaseGoesBeforeUpperCaseAndTheOptionBeforeBoth() {
    Map<String, String> both = Map.of("https_proxy", "low:1", "HTTPS_PROXY", "up:1");
    assertThat(shown(Proxies.of(null, both), "https", "a")).isEqualTo("low:1");
    assertThat(shown(Proxies.of("given:2", both), "https", "a")).isEqualTo("given:2");
    assertThat(shown(Proxies.of("given:2", both), "http", "a")).isEqualTo("given:2");
    assertThat(shown(Proxies.of("", both), "https", "a")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pacs.example              | pacs.example     | true
          PACS.Example              | pacs.example     | true
          .example                  | pacs.example     | true
          example                   | pacs.example     | true
          example                   | pacs.my-example  | false
          s.example                 | pacs.example     | false
          other, pacs.example other | pacs.example     | true
          127.0.0.1                 | 127.0.0.1        | true
          *                         | pacs.example     | true
          """)
  void someHostsAreAskedDirectly(String noProxy, String host, boolean direct) {
    assertThat(shown(Proxies.of("p:1", Map.of("NO_PROXY", noProxy)), "https", host) == null)
        .isEqualTo(direct);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://u:s3cret@p:1", "socks5://u:s3cret@p", "http://u:s3cret@", "u:s3 cret@p"})
  void whatIsNoHttpProxyIsRefusedWithoutShowingIt(String url) {
    assertThatThrownBy(() -> Proxies.of(url, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--proxy")
        .hasMessageNotContaining("cret");
  }

  @Test
  void passwordsAreNotShown() {
    assertThat(Proxies.of("http://u:s3cret@p:1", Map.of()).toString())
        .contains("p:1")
        .doesNotContain("s3cret");
  }

  private static @Nullable String shown(Proxies proxies, String scheme, String host) {
    HttpProxy proxy = proxies.to(scheme, host);
    return proxy == null ? null : proxy.toString();
  }
}
