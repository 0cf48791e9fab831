package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnOriginTest {

  private static final OwnOrigin OWN = OwnOrigin.of(URI.create("https://pacs.example/dicom-web"));

  @ParameterizedTest
  @CsvSource({
    "https://pacs.example/dicom-web/studies/1,   true",
    "https://pacs.example/elsewhere,             true",
    "https://pacs.example,                       true",
    "https://pacs.example:443/studies/1,         true",
    "HTTPS://PACS.Example/studies/1,             true",
    "https://user@pacs.example/studies/1,        true",
    "http://pacs.example/dicom-web/studies/1,    false",
    "https://pacs.example:8443/studies/1,        false",
    "https://pacs.example.evil/studies/1,        false",
    "https://pacs.example@evil/studies/1,        false",
    "https://evil/https://pacs.example/,         false",
  })
  void isTheSameHoweverItIsWritten(String address, boolean own) {
    assertThat(OWN.isAskedBy(new Request(address, Headers.NONE))).isEqualTo(own);
  }
}
