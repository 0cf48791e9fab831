package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.instances;
import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Reply;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No secret is on disk but in bodies, and none is shown. */
class SecretsIT {
  /** All secrets of these tests have this in them, and nothing else has. */
  private static final String MARK = "S3CR3T";

  /** The same in Basic credentials: of {@code user:S3CR3T-password}. */
  private static final String BASIC = "dXNlcjpTM0NSM1QtcGFzc3dvcmQ=";

  private static final String QUERY = "?access_token=S3CR3T-token&X-Amz-Signature=S3CR3T-sig";
  private static final Reply COOKIES =
      Replies.normal()
          .header("Set-Cookie", "session=S3CR3T-session; HttpOnly")
          .header("Set-Cookie", "other=S3CR3T-other");

  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path output;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @Tag("smoke")
  void ofADumpThatGoesWell() throws Exception {
    server.when(any()).reply(COOKIES);

    Dump dump = dump("-z", "Bearer S3CR3T-bearer");

    assertThat(dump.exitCode()).isZero();
    assertThat(server.requests())
        .allMatch(request -> "Bearer S3CR3T-bearer".equals(request.header("Authorization")));
    assertNoSecrets(dump);
  }

  @Test
  void ofUserInfo() throws Exception {
    String root = server.rootUrl().replace("http://", "http://user:S3CR3T-password@");
    server.when(pathEndsWith("/frames/2")).reply(Replies.status(404));

    Dump dump = Dump.of(root + QUERY, study.uid(), output, "-i", "-m", "--debug");

    assertThat(server.requests())
        .allMatch(request -> ("Basic " + BASIC).equals(request.header("Authorization")));
    assertNoSecrets(dump);
  }

  @Test
  void ofFailuresRetriesAndRedirects() throws Exception {
    String signed = "?X-Goog-Signature=S3CR3T-goog&anything=S3CR3T-any&Key-Pair-Id=S3CR3T-pair";
    String file = study.instances().get(0).path();
    server
        .when(path(file))
        .reply(Replies.redirect(302, server.otherOriginRootUrl() + file + signed))
        .times(1);
    server
        .when(instances())
        .reply(Replies.redirect(307, "ftp://user:S3CR3T-ftp@host/x" + signed))
        .times(1);
    server.when(pathEndsWith("/frames/2")).reply(COOKIES.then(Faults.endAfter(140)));
    server.when(pathEndsWith("/frames/3")).reply(Faults.reset());
    server.when(any()).reply(COOKIES.header("Content-Location", "http://elsewhere/x" + signed));

    Dump dump = dump("-z", "Bearer S3CR3T-bearer", "-r", "1");

    assertThat(dump.exitCode()).isEqualTo(3);
    assertThat(dump.folder().summary().at("/run/redirects").intValue()).isPositive();
    assertNoSecrets(dump);
  }

  @Test
  void ofAServerThatIsNotThere() throws Exception {
    server.close();

    assertNoSecrets(dump("-z", "Bearer S3CR3T-bearer", "-r", "1"));
  }

  @Test
  void ofRefusedCredentials() throws Exception {
    server.demandAuthorization("Bearer other");

    Dump dump = dump("-z", "Bearer S3CR3T-bearer");

    assertThat(dump.exitCode()).isEqualTo(6);
    assertNoSecrets(dump);
  }

  @Test
  void ofWrongUsage() throws Exception {
    String output = this.output.resolve("out").toString();
    List<List<String>> calls =
        List.of(
            List.of("-w", "http://u:S3CR3T@[broken?token=S3CR3T", "-s", "1.2", "-o", output),
            List.of("-w", "ftp://u:S3CR3T@h/?token=S3CR3T", "-s", "1.2", "-o", output),
            List.of("-w", "http://h/", "-s", "1.2", "-o", output, "-z", "Bearer S3CR3T\u0001"),
            List.of("-w", "http://h/", "-s", "1.2", "-z", "Bearer S3CR3T"));
    for (List<String> call : calls) {
      Program.Result result = Program.run(call.toArray(String[]::new));

      assertThat(result.exitCode()).as(call.toString()).isEqualTo(2);
      assertThat(result.stdout() + result.stderr()).doesNotContain(MARK);
    }
  }

  private Dump dump(String... options) throws Exception {
    Invocation call = Dump.invocation(server.rootUrl() + QUERY, study.uid(), output);
    call.and("-i", "-m", "--debug", "--json").and(options);
    return new Dump(call.run(), new DumpFolder(output));
  }

  private static void assertNoSecrets(Dump dump) {
    assertThat(dump.result().stdout()).doesNotContain(MARK, BASIC);
    assertThat(dump.result().stderr()).doesNotContain(MARK, BASIC);
    assertThat(dump.folder().files()).isNotEmpty().noneMatch(file -> file.contains(MARK));
    for (String file : dump.folder().files()) {
      assertThat(new String(dump.folder().bytes(file), ISO_8859_1))
          .as(file)
          .doesNotContain(MARK, BASIC);
    }
  }
}
