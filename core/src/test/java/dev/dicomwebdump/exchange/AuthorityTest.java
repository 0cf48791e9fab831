package dev.dicomwebdump.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {

  @ParameterizedTest
  @CsvSource({
    "http://pacs.example/a:1,      ,     pacs.example, -1",
    "http://Pacs.example:80/,      ,     Pacs.example, 80",
    "http://pacs.example.:/,       ,     pacs.example., -1",
    "http://my_pacs,               ,     my_pacs,      -1",
    "http://my_pacs:65535/a@b,     ,     my_pacs,      65535",
    "http://u:p@my_pacs:1,         u:p,  my_pacs,      1",
    "http://u:p+%40@pacs.example,  u:p+@, pacs.example, -1",
    "http://u:p@p@pacs.example,    u:p@p, pacs.example, -1",
    "http://192.168.0.1:8042,      ,     192.168.0.1,  8042",
    "http://u@[fe80::1]:8042,      u,    [fe80::1],    8042",
  })
  void tellsHostPortAndUserInfo(URI url, @Nullable String userInfo, String host, int port) {
    assertThat(Authority.of(url)).isEqualTo(new Authority(userInfo, host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a",
        "mailto:a@b",
        "http:///a",
        "http://u@/",
        "http://:80/",
        "http://my_pacs:http/",
        "http://pacs.example:65536/",
        "http://a..b/",
        "http://a,b/",
        "http://ä_b/",
        "http://[fe80::1%25eth0]/",
      })
  void othersNameNobody(URI url) {
    assertThat(Authority.of(url)).isNull();
    assertThatThrownBy(() -> Authority.require(url)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void userInfoIsNotShown() {
    assertThat(Authority.require(URI.create("http://u:p@h:1"))).hasToString("h:1");
  }
}
