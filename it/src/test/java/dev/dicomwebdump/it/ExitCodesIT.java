package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.Replies.loginPage;
import static dev.dicomwebdump.testkit.server.Replies.status;
import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a dump ends: by exit code and one line on stderr, even when it is quiet. */
class ExitCodesIT {
  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path temp;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @Tag("smoke")
  void anUnreachableServerIsOne() throws Exception {
    server.close();

    Dump dump = Dump.of(server, study, output(), "-q", "-r", "1");

    assertEnd(dump, 1, server.rootUrl().replaceAll("http://([^/]*)/.*", "$1"));
  }

  @Test
  void anUnknownHostIsOne() throws Exception {
    Dump dump = Dump.of("http://nowhere.invalid/dicom-web", "2.999.1", output(), "-q", "-r", "0");

    assertEnd(dump, 1, "nowhere.invalid");
  }

  @Test
  void anUnknownStudyIsOne() throws Exception {
    assertEnd(Dump.of(server.rootUrl(), "2.999.404", output(), "-q"), 1, "2.999.404");
  }

  @Test
  void aStudyWhoseMetadataIsNoneIsOne() throws Exception {
    server.when(any()).reply(loginPage());

    assertEnd(Dump.of(server, study, output(), "-q"), 1, "text/html");
  }

  @Test
  void aFailedFrameIsThree() throws Exception {
    server.when(pathEndsWith("/frames/2")).reply(status(404)).times(1);

    assertEnd(Dump.of(server, study, output(), "-q"), 3, "");
  }

  @Test
  void aFileInPlaceOfTheFolderIsFive() throws Exception {
    Files.writeString(output(), "a file");

    assertEnd(Dump.of(server, study, output(), "-q"), 5, output().toString());
    assertThat(output()).hasContent("a file");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aFileWhereASeriesGoesIsFive() throws Exception {
    Files.createDirectories(output().resolve(study.uid()));
    Files.writeString(output().resolve(study.uid()).resolve("series"), "a file");

    assertEnd(Dump.of(server, study, output(), "-q"), 5, output().toString());
  }

  @Test
  void aReadOnlyFolderIsFive() throws Exception {
    Files.createDirectory(output());
    Files.setPosixFilePermissions(output(), PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(output()), "root may write anywhere");

    assertEnd(Dump.of(server, study, output(), "-q"), 5, output().toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  @Tag("smoke")
  void aRefusedFirstRequestIsSix(int status) throws Exception {
    server.when(any()).reply(status(status));

    assertEnd(Dump.of(server, study, output(), "-q"), 6, Integer.toString(status));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void wrongCredentialsAreSixAndAreNotShown() throws Exception {
    server.demandAuthorization("Bearer right");

    Dump dump = Dump.of(server, study, output(), "-q", "-z", "Bearer wr0ng");

    assertEnd(dump, 6, "401");
    assertThat(dump.result().stderr()).doesNotContain("wr0ng");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void credentialsThatExpireAreSixAndWhatWasHadIsKept() throws Exception {
    server.when(any()).after(6).reply(status(401));

    Dump dump = Dump.of(server, study, output(), "-q");

    assertEnd(dump, 6, "401");
    assertThat(dump.folder().summary().at("/run/end").textValue()).isEqualTo("gave-up");
    assertThat(dump.folder().summary(study.uid()).at("/dump/verdict").textValue())
        .isEqualTo("incomplete");
    assertThat(server.requests()).hasSizeLessThan(Expected.of(study).size() - 8);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aSingleResourceThatIsRefusedIsThree(int status) throws Exception {
    server.when(frames()).reply(status(status)).times(1);

    Dump dump = Dump.of(server, study, output(), "-q");

    assertEnd(dump, 3, "");
    assertThat(server.requests()).hasSize(Expected.of(study).size() - 8);
  }

  private Path output() {
    return temp.resolve("out");
  }

  private static void assertEnd(Dump dump, int exitCode, String told) {
    assertThat(dump.exitCode()).as(dump.result().toString()).isEqualTo(exitCode);
    assertThat(dump.result().stdout()).isEmpty();
    assertThat(dump.result().stderr())
        .hasLineCount(1)
        .contains(told)
        .doesNotContain("\tat ", "Exception", "defect");
  }
}
