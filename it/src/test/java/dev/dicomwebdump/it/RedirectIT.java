package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects: within the server with credentials, elsewhere without. */
class RedirectIT {
  private final SyntheticStudy study = SyntheticStudies.small();
  private final Expected frame = Expected.frame(study.instances().get(2), 2);
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  private final FakeDicomWebServer other = FakeDicomWebServer.serving(study);
  @TempDir private Path output;

  @AfterEach
  void close() {
    server.close();
    other.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  @Tag("smoke")
  void elsewhereGoNoCredentials(int status) throws Exception {
    server
        .when(path(frame.path()))
        .reply(Replies.redirect(status, other.rootUrl() + frame.path() + "?sig=geheim&a=b"));

    Dump dump = Dump.of(server, study, output, "-m", "-z", "Bearer abc");

    assertThat(dump.exitCode()).isZero();
    assertThat(other.requests()).hasSize(1);
    assertThat(other.requests().get(0).header("Authorization")).isNull();
    assertThat(other.requests().get(0).accept()).isEqualTo(Expected.FRAME);
    assertThat(server.requests())
        .allSatisfy(request -> assertThat(request.header("Authorization")).isEqualTo("Bearer abc"));
    assertThat(dump.folder().bytes(frame.file())).isEqualTo(Served.body(other, frame));
    assertRecorded(dump.folder(), status);
  }

  private void assertRecorded(DumpFolder folder, int status) {
    JsonNode record = folder.record(frame.file());
    String redacted = other.rootUrl() + frame.path() + "?sig=REDACTED&a=REDACTED";
    assertThat(record.at("/request/url").textValue()).isEqualTo(redacted);
    JsonNode earlier = record.at("/_dicomweb/earlier");
    assertThat(earlier).hasSize(1);
    assertThat(earlier.at("/0/response/status").intValue()).isEqualTo(status);
    assertThat(earlier.at("/0/response/redirectURL").textValue()).isEqualTo(redacted);
    assertThat(folder.summary().at("/run/redirects").intValue()).isEqualTo(1);
    assertThat(folder.summary().at("/run/retries").intValue()).isZero();
  }

  @Test
  void withinTheServerGoesTheCredential() throws Exception {
    server.demandAuthorization("Bearer abc");
    server.when(path(frame.path())).reply(Replies.redirect(307, "1?again=yes")).times(1);

    Dump dump = Dump.of(server, study, output, "-z", "Bearer abc");

    assertThat(dump.exitCode()).isZero();
    assertThat(server.requests(any())).anyMatch(request -> "again=yes".equals(request.query()));
  }

  @Test
  void aSchemeThatIsNoneOfOursIsAFailure() throws Exception {
    server.when(path(frame.path())).reply(Replies.redirect(302, "ftp://127.0.0.1/x"));

    assertRedirectProblem(Dump.of(server, study, output));
  }

  @Test
  void aCircleIsAFailure() throws Exception {
    server.when(path(frame.path())).reply(Replies.redirect(302, server.rootUrl() + frame.path()));

    assertRedirectProblem(Dump.of(server, study, output));
    assertThat(server.requests(path(frame.path()))).hasSizeLessThanOrEqualTo(11);
  }

  @Test
  void aRedirectWithoutLocationIsAFailure() throws Exception {
    server.when(path(frame.path())).reply(Replies.status(302));

    Dump dump = Dump.of(server, study, output);

    assertThat(dump.exitCode()).isEqualTo(3);
    assertThat(server.requests(path(frame.path()))).hasSize(1);
    assertThat(server.requests(frames())).hasSize(12);
  }

  private void assertRedirectProblem(Dump dump) {
    assertThat(dump.exitCode()).isEqualTo(3);
    assertThat(dump.folder().record(frame.file()).at("/_dicomweb/problem/kind").textValue())
        .isEqualTo("redirect");
  }
}
