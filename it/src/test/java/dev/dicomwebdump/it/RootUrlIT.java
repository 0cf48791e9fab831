package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.ReceivedRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The root URL in each way in which a user may write it. */
class RootUrlIT {
  private final SyntheticStudy study = SyntheticStudies.small();
  @TempDir private Path output;

  @ParameterizedTest
  @CsvSource({
    "/dicom-web, ''",
    "/dicom-web, /",
    "/dicom-web, /studies",
    "/dicom-web, /studies/",
    "'', ''",
    "'', /",
    "'', /studies"
  })
  void mayEndInStudiesOrASlash(String prefix, String ending) throws Exception {
    try (FakeDicomWebServer server =
        FakeDicomWebServer.builder().study(study).prefix(prefix).start()) {
      Dump dump = Dump.of(server.rootUrl() + ending, study.uid(), output);

      assertThat(dump.exitCode()).isZero();
      assertThat(server.requests())
          .hasSize(Expected.of(study).size() - 8)
          .extracting(ReceivedRequest::target)
          .allMatch(target -> target.startsWith(prefix + "/studies/2.999.1/"));
    }
  }

  @ParameterizedTest
  @CsvSource({"?imageSetId=a%2Fb&token=t0psecret", "/studies?imageSetId=a%2Fb&token=t0psecret"})
  void aQueryGoesWithEveryRequestAndItsSecretsAreNotRecorded(String ending) throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(study)) {
      Dump dump = Dump.of(server.rootUrl() + ending, study.uid(), output, "-i");

      assertThat(dump.exitCode()).isZero();
      assertThat(server.requests())
          .hasSameSizeAs(Expected.of(study))
          .extracting(ReceivedRequest::query)
          .containsOnly("imageSetId=a%2Fb&token=t0psecret");
      assertThat(dump.folder().records().values())
          .extracting(record -> record.at("/request/url").textValue())
          .allMatch(url -> url.endsWith("?imageSetId=a%2Fb&token=REDACTED"));
      assertThat(dump.folder().record("2.999.1/metadata").at("/request/queryString").toString())
          .isEqualTo(
              "[{\"name\":\"imageSetId\",\"value\":\"a/b\"},{\"name\":\"token\",\"value\":\"REDACTED\"}]");
    }
  }

  @Test
  void userInfoIsTheCredentialAndNotPartOfTheRequest() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(study)) {
      server.demandAuthorization("Basic dXNlcjpwYXNzd29yZA==");
      String root = server.rootUrl().replace("http://", "http://user:password@");

      Dump dump = Dump.of(root, study.uid(), output);

      assertThat(dump.exitCode()).isZero();
      assertThat(dump.folder().record("2.999.1/metadata").at("/request/url").textValue())
          .isEqualTo(server.rootUrl() + "/studies/2.999.1/metadata");
    }
  }
}
