package dev.dicomwebdump.testkit.server;

import static dev.dicomwebdump.testkit.dicom.InstanceTemplate.image;
import static dev.dicomwebdump.testkit.dicom.InstanceTemplate.report;
import static dev.dicomwebdump.testkit.dicom.TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.TestClient.Reception;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SearchTest {
  private static final SyntheticStudy OLD =
      SyntheticStudy.builder("2.999.8")
          .patientId("OLD")
          .date("20200229")
          .series(image(EXPLICIT_VR_LITTLE_ENDIAN, 3))
          .build();
  private static final SyntheticStudy UNDATED =
      SyntheticStudy.builder("2.999.9").date("").series(report()).build();

  private static FakeDicomWebServer server(Searching searching) {
    return FakeDicomWebServer.builder()
        .study(SyntheticStudies.small())
        .study(OLD)
        .study(UNDATED)
        .searching(searching)
        .start();
  }

  private static Reception get(FakeDicomWebServer server, String path) throws Exception {
    try (TestClient client = new TestClient(server, WireProtocol.HTTP_1_1)) {
      return client.get(server.url(path));
    }
  }

  private static long results(Reception page) {
    return page.content().utf8().split("\"0020000D\"", -1).length - 1L;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /studies                                                 | 3
          /studies?PatientID=OLD                                   | 1
          /studies?00100020=OLD                                    | 1
          /studies?StudyDate=20200229                              | 1
          /studies?StudyDate=20200101-20201231                     | 1
          /studies?StudyDate=20200101-                             | 2
          /studies?StudyDate=-20260101                             | 2
          /studies?StudyInstanceUID=2.999.8,2.999.9                | 2
          /studies?ModalitiesInStudy=SR                            | 2
          /studies?Unknown=1                                       | 3
          /studies?limit=2                                         | 2
          /studies?limit=2&offset=2                                | 1
          /studies/2.999.1/series                                  | 3
          /studies/2.999.1/instances                               | 8
          /studies/2.999.1/instances?limit=5&offset=4              | 4
          /studies/2.999.1/series/2.999.1.3/instances              | 2
          """)
  void findsWhatMatches(String path, int found) throws Exception {
    try (FakeDicomWebServer server = server(Searching.standard())) {
      Reception page = get(server, path);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.contentType()).isEqualTo("application/dicom+json");
      assertThat(results(page)).isEqualTo(found);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /studies?PatientID=OLD | "00080061":{"vr":"CS","Value":["OT"]}
          /studies?PatientID=OLD | "00201206":{"vr":"IS","Value":[1]}
          /studies?PatientID=OLD | "00201208":{"vr":"IS","Value":[1]}
          /studies?PatientID=OLD | "00080020":{"vr":"DA","Value":["20200229"]}
          /studies/2.999.1/series | "00201209":{"vr":"IS","Value":[2]}
          /studies/2.999.1/series | "00080060":{"vr":"CS","Value":["SR"]}
          /studies/2.999.8/instances | "00280008":{"vr":"IS","Value":[3]}
          /studies/2.999.8/instances | "00280010":{"vr":"US","Value":[8]}
          /studies/2.999.8/instances?includefield=00280002,00280004 | "00280002":{"vr":"US","Value":[1]}
          /studies/2.999.8/instances?includefield=all | "00080064":{"vr":"CS","Value":["SYN"]}
          """)
  void tellsAttributesOfEachLevel(String path, String attribute) throws Exception {
    try (FakeDicomWebServer server = server(Searching.standard())) {
      assertThat(get(server, path).content().utf8()).contains(attribute);
    }
  }

  @Test
  void doesNotTellWhatIsNotAskedFor() throws Exception {
    try (FakeDicomWebServer server = server(Searching.standard())) {
      assertThat(get(server, "/studies/2.999.8/instances").content().utf8())
          .doesNotContain("00280002", "7FE00010");
    }
  }

  static Stream<Arguments> deviations() {
    Searching standard = Searching.standard();
    return Stream.of(
        argumentSet("warns", standard, "?limit=2", 200, 2, true),
        argumentSet("no match", standard, "?PatientID=x", 204, 0, false),
        argumentSet("an empty array", standard.emptyArray(), "?PatientID=x", 200, 0, false),
        argumentSet("a limit", standard.pageLimit(1), "?limit=2", 200, 1, true),
        argumentSet("hidden", standard.pageLimit(1).withoutWarning(), "", 200, 1, false),
        argumentSet("no offset", standard.ignoringOffset(), "?offset=3", 200, 3, false),
        argumentSet("short", standard.shortPages(), "?limit=3", 200, 2, true),
        argumentSet("refused", standard.refusing("limit"), "?limit=3", 400, 0, false),
        argumentSet("too large", standard.tooLargeAbove(2), "", 413, 0, false),
        argumentSet("not too large", standard.tooLargeAbove(2), "?limit=2", 200, 2, true),
        argumentSet("no reach", standard.reach(2), "?offset=2", 400, 0, false));
  }

  @ParameterizedTest
  @MethodSource("deviations")
  void deviatesAsItIsTold(Searching searching, String query, int status, int found, boolean warns)
      throws Exception {
    try (FakeDicomWebServer server = server(searching)) {
      Reception page = get(server, "/studies" + query);
      assertThat(page.status()).isEqualTo(status);
      assertThat(results(page)).isEqualTo(found);
      assertThat(page.headers().get("Warning") != null).isEqualTo(warns);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/studies/2.999.1/series/2.999.1.1/instances/2.999.1.1.1/rendered, image/jpeg, FF D8 FF",
    "/studies/2.999.1/series/2.999.1.1/instances/2.999.1.1.3/frames/3/rendered, image/jpeg, FF D8 FF",
    "/studies/2.999.1/series/2.999.1.1/instances/2.999.1.1.1/thumbnail, image/png, 89 50 4E",
    "/studies/2.999.1/thumbnail, image/png, 89 50 4E",
  })
  void rendersPictures(String path, String type, String begin) throws Exception {
    try (FakeDicomWebServer server = server(Searching.standard())) {
      Reception picture = get(server, path);
      assertThat(picture.contentType()).isEqualTo(type);
      assertThat(picture.content().substring(0, 3).hex().toUpperCase(Locale.ROOT))
          .isEqualTo(begin.replace(" ", ""));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/studies/2.999.1/series/2.999.1.3/instances/2.999.1.3.1/rendered, 406",
    "/studies/2.999.1/series/2.999.1.1/instances/2.999.1.1.1/frames/2/rendered, 404",
    "/studies/2.999.1/series/2.999.1.3/instances/2.999.1.3.2/bulkdata/00420011/rendered, 404",
    "/studies/1/thumbnail, 404",
  })
  void rendersNothingElse(String path, int status) throws Exception {
    try (FakeDicomWebServer server = server(Searching.standard())) {
      assertThat(get(server, path).status()).isEqualTo(status);
    }
  }
}
