package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OkHttpUrlsTest {

  private static final String FIRST = "https://Pacs.example:8443/dicom-web/studies/1.2/metadata";

  @ParameterizedTest
  @ValueSource(
      strings = {
        FIRST,
        "https://pacs.example:8443/dicom-web/studies/1.2/series?limit=10&offset=0",
        "https://pacs.example:8443/",
        "https://pacs.example:8443",
        "https://pacs.example:8443?a=/b",
        "https://pacs.example:8443#/b",
        "https://pacs.example:8443//other.example/a",
        "https://pacs.example:8443/\\other.example/a",
        "https://pacs.example:8443/\t/other.example/a",
        "https://pacs.example:8443\\@other.example/a",
        "https://pacs.example:8443/a:b/../c/./d//e",
        "https://pacs.example:8443/http://other.example/a",
        "https://pacs.example:8443/a b\"'|%zz%2Fé#part",
        "https://pacs.example:8443/ ",
        "https://pacs.example:84430/a",
        "https://pacs.example/a",
        "https://pacs.example:8443@other.example/a",
        "https://user:word@pacs.example:8443/a",
        "http://pacs.example:8443/a",
        "https://[::1]:8443/a",
        "https://other.example/a",
        "ftp://pacs.example:8443/a",
        "pacs.example:8443/a",
        "",
      })
  void aUrlIsReadAsOkHttpReadsItAlone(String address) {
    OkHttpUrls urls = new OkHttpUrls();
    urls.read(FIRST);

    assertThat(urls.read(address)).isEqualTo(HttpUrl.parse(address));
    assertThat(urls.read(address)).isEqualTo(HttpUrl.parse(address));
    assertThat(urls.read(FIRST)).isEqualTo(HttpUrl.parse(FIRST));
  }
}
