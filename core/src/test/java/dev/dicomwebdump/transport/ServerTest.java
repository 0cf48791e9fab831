package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTest {

  private static final Server SERVER = new Server(true, "a.example", 443);

  @ParameterizedTest
  @CsvSource({"https://a.example/x", "HTTPS://A.Example:443"})
  void urlsOfOneServerAreEqual(URI url) {
    assertThat(Server.of(url)).isEqualTo(SERVER).hasSameHashCodeAs(SERVER);
  }

  @ParameterizedTest
  @CsvSource({"http://a.example:443", "https://b.example", "https://a.example:444"})
  void anotherSchemeHostOrPortIsAnotherServer(URI url) {
    assertThat(Server.of(url)).isNotEqualTo(SERVER);
  }
}
