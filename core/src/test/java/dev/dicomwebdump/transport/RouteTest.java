package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {

  private static final String ADDED = "Host: a:8080\r\nX: 1\r\nAccept-Encoding: identity\r\n\r\n";

  private final Route route = new Route(new Server(false, "a", 8080), TransportSettings.DEFAULTS);

  @ParameterizedTest
  @CsvSource({"Y, 1", "X, 2", "x, 1"})
  void fieldsThatDifferFromTheLastAreSent(String name, String value) {
    assertThat(route.head(request("/b", "X", "1")).text()).isEqualTo(get("/b", ADDED));
    assertThat(route.head(request("/c", name, value)).text())
        .isEqualTo(get("/c", ADDED.replace("X: 1", name + ": " + value)));
    assertThat(route.head(new Request(URI.create("http://a:8080"), Headers.NONE)).text())
        .isEqualTo(get("/", ADDED.replace("X: 1\r\n", "")));
    assertThat(route.head(request("/d", "X", "1")).text()).isEqualTo(get("/d", ADDED));
  }

  @Test
  void fieldsThatComeAgainAreNotWrittenAgain() {
    Headers sent = route.head(request("/b", "X", "1")).sent().headers();
    assertThat(route.head(request("/c", "X", "1")).sent().headers()).isSameAs(sent);
  }

  @Test
  void whatCannotBeSentIsRefusedWhateverWasSentBefore() {
    Request bad = request("/b", "X", "1\n");
    route.head(request("/b", "X", "1"));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> route.head(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a header has characters that cannot be sent");
    }
  }

  private static Request request(String path, String name, String value) {
    return new Request(
        URI.create("http://a:8080" + path), new Headers(List.of(new Header(name, value))));
  }

  private static String get(String target, String fields) {
    return "GET " + target + " HTTP/1.1\r\n" + fields;
  }
}
