package dev.dicomwebdump.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.resource.DicomWebRoot;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkAddressesTest {

  private static final URI METADATA =
      URI.create("https://pacs.example/dicom-web/studies/1/series/2/instances/3/metadata?x=1");

  @ParameterizedTest
  @CsvSource({
    "https://pacs.example/dicom-web/b/1, https://pacs.example/dicom-web/b/1",
    "HTTPS://PACS.example:443/b, https://PACS.example:443/b",
    "bulkdata/1, https://pacs.example/dicom-web/studies/1/series/2/instances/3/bulkdata/1",
    "../../../b?a=b, https://pacs.example/dicom-web/studies/1/series/b?a=b",
    "/b, https://pacs.example/b",
    "//pacs.example/b, https://pacs.example/b",
    "?b=1, https://pacs.example/dicom-web/studies/1/series/2/instances/3/metadata?b=1",
    "' b ', https://pacs.example/dicom-web/studies/1/series/2/instances/3/b",
    "https://u:p@pacs.example/b#f, https://pacs.example/b",
  })
  void theServerItselfIsAsked(String uri, String url) {
    assertThat(addresses("https://pacs.example/dicom-web", Set.of(), false).resolve(METADATA, uri))
        .isEqualTo(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://pacs.example/b",
        "https://pacs.example:8443/b",
        "https://other.example/b?sig=geheim",
        "//other.example/b",
        "https://pacs.example@other.example/b",
      })
  void anotherOriginIsNotAskedUnlessItIsAllowed(String uri) {
    assertThatThrownBy(
            () ->
                addresses("https://pacs.example/dicom-web", Set.of(), false).resolve(METADATA, uri))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--bulkdata-host")
        .hasMessageNotContaining("geheim");
  }

  @ParameterizedTest
  @CsvSource({"other.example", "OTHER.example:8443"})
  void anAllowedHostIsAsked(String host) {
    URI url = URI.create("https://other.example:8443/b?sig=1");

    assertThat(
            addresses("https://pacs.example/dicom-web", Set.of(host), false)
                .resolve(METADATA, url.toString()))
        .isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource({
    "http://10.0.0.7:8080/dicom-web/b?x=1, https://pacs.example/dicom-web/b?x=1",
    "b, https://pacs.example/dicom-web/studies/1/series/2/instances/3/b",
  })
  void anOriginCanBeRewritten(String uri, String url) {
    assertThat(addresses("https://pacs.example/dicom-web", Set.of(), true).resolve(METADATA, uri))
        .isEqualTo(URI.create(url));
  }

  @ParameterizedTest
  @CsvSource({
    "b, https://pacs.example/dicom-web/studies/1/series/2/instances/3/b?token=1",
    "b?a=1, https://pacs.example/dicom-web/studies/1/series/2/instances/3/b?a=1&token=1",
    "b?token=1, https://pacs.example/dicom-web/studies/1/series/2/instances/3/b?token=1",
  })
  void theRootsQueryGoesWithIt(String uri, String url) {
    assertThat(
            addresses("https://pacs.example/dicom-web?token=1", Set.of(), false)
                .resolve(METADATA, uri))
        .isEqualTo(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ftp://pacs.example/b", "file:///etc/passwd", "http://", "a b"})
  void whatLeadsNowhereIsSaidSo(String uri) {
    assertThatThrownBy(
            () ->
                addresses("https://pacs.example/dicom-web", Set.of(), true).resolve(METADATA, uri))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the BulkDataURI");
  }

  private static BulkAddresses addresses(String root, Set<String> hosts, boolean rewrite) {
    return new BulkAddresses(
        DicomWebRoot.parse(root),
        new BulkDataOptions(BulkDataOptions.Choice.NO_PIXEL, hosts, rewrite));
  }
}
