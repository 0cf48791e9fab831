package dev.dicomwebdump.cli;

import static dev.dicomwebdump.testkit.server.Replies.redirect;
import static dev.dicomwebdump.testkit.server.Replies.status;
import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.FakeProxy;
import dev.dicomwebdump.testkit.server.ReceivedRequest;
import dev.dicomwebdump.testkit.server.RequestMatch;
import dev.dicomwebdump.testkit.server.WireProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {

  /** {@code ann:s3cret}. */
  private static final String BASIC = "Basic YW5uOnMzY3JldA==";

  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);

  @TempDir Path temp;
  private Path file = Path.of("");

  @BeforeEach
  void aFile() {
    file = temp.resolve("file");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPasswordIsTypedOrComesFromTheEnvironmentOrTheOption() {
    server.demandAuthorization(BASIC);
    assertThat(run("a").with("--user", "ann").typing("s3cret").exitCode()).isZero();
    assertThat(run("b").with("--user", "ann").environment("DICOMWEB_PASSWORD", "s3cret").exitCode())
        .isZero();
    ProgramRun shown = run("c").with("--user", "ann:s3cret");
    assertThat(shown.exitCode()).isZero();
    assertThat(shown.said()).contains("whoever lists processes sees the password");
  }

  @Test
  void aRootCanCarryUserAndPassword() {
    server.demandAuthorization(BASIC);
    String root = server.rootUrl().replace("://", "://ann:s3cret@");
    assertThat(new ProgramRun(temp.resolve("a"), root, study.uid()).exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"--authorization, @", "--bearer-file, ''", "--bearerFile, ''"})
  void aTokenComesFromAFile(String option, String prefix) throws IOException {
    server.demandAuthorization("Bearer tok");
    Files.writeString(file, prefix.isEmpty() ? "tok\n" : "Bearer tok\n");
    assertThat(run("a").with(option, prefix + file).exitCode()).isZero();
  }

  @Test
  void anAuthorizationHeaderCountsAsTheOption() {
    server.demandAuthorization("Bearer tok");
    assertThat(run("a").with("-H", "authorization: Bearer tok").exitCode()).isZero();
    assertThat(run("b").with("-H", "Authorization: Bearer tok", "-z", "x").exitCode()).isEqualTo(2);
  }

  @Test
  void aNetrcFileHasTheLogin() throws IOException {
    server.demandAuthorization(BASIC);
    Files.writeString(file, "machine 127.0.0.1 login ann password s3cret");
    assertThat(run("a").with("--netrc-file", file.toString()).exitCode()).isZero();
    assertThat(run("b").with("--netrc").environment("NETRC", file.toString()).exitCode()).isZero();
    Files.writeString(file, "machine other.example login ann password s3cret");
    ProgramRun other = run("c").with("--netrcFile", file.toString());
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.said()).contains("has no login and password for 127.0.0.1");
  }

  @Test
  void aTokenThatExpiresInTheRunIsRenewedOnceForAllWorkers() throws IOException {
    AtomicInteger seen = new AtomicInteger();
    server
        .when(
            header(
                "Authorization",
                value -> !("Bearer t" + (seen.incrementAndGet() > 10 ? 2 : 1)).equals(value)))
        .reply(status(401));

    ProgramRun run = run("a").with("-r", "0", "--token-command", numberedTokens());

    assertThat(run.exitCode()).as(run.said()).isZero();
    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(server.requests(header("Authorization", "Bearer t2"::equals))).isNotEmpty();
  }

  @Test
  void aTokenThatIsRefusedAlthoughNewEndsTheRun() throws IOException {
    server.demandAuthorization("Bearer right");

    ProgramRun run = run("a").with("--tokenCommand", numberedTokens());

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.said()).contains("it refuses the credentials").doesNotContain("\tat ");
    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(server.requests()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"-z, Bearer wrong", "--user, ann:wrong", "--token-command, exit 3"})
  void credentialsThatAreNoneEndTheRun(String option, String value) {
    server.demandAuthorization("Bearer right");
    assertThat(run("a").with(option, value).exitCode()).isEqualTo(6);
  }

  @Test
  void a401OnSingleResourcesIsTheirFailureAlone() throws IOException {
    server.when(frames()).reply(status(401)).times(2);
    ProgramRun run = run("a").with("--token-command", numberedTokens());
    server.when(RequestMatch.pathEndsWith("instances/2.999.1.1.3/frames/2")).reply(status(401));

    assertThat(run.exitCode()).as(run.said()).isEqualTo(3);
  }

  @Test
  void oauthTokensComeFromTheirServer() throws IOException {
    server.demandAuthorization("Bearer tok");
    try (FakeDicomWebServer tokens = FakeDicomWebServer.serving()) {
      tokens
          .when(any())
          .reply(status(200, "application/json", "{\"access_token\":\"tok\",\"expires_in\":60}"));
      ProgramRun run =
          run("a")
              .with("--oauth-token-url", tokens.rootUrl() + "/token", "--oauth-client-id", "me")
              .environment("DICOMWEB_OAUTH_CLIENT_SECRET", "s3cret");

      assertThat(run.exitCode()).as(run.said()).isZero();
      assertThat(tokens.requests()).hasSize(1);
    }
  }

  @Test
  void awsRequestsAreSigned() {
    server
        .when(
            header(
                "Authorization",
                value ->
                    value == null
                        || !value.startsWith("AWS4-HMAC-SHA256 Credential=AKID/")
                        || !value.contains("/eu-west-1/medical-imaging/aws4_request")))
        .reply(status(403));
    ProgramRun run =
        run("a")
            .with("--aws-sigv4", "eu-west-1")
            .environment("AWS_ACCESS_KEY_ID", "AKID")
            .environment("AWS_SECRET_ACCESS_KEY", "s3cret");
    assertThat(run.exitCode()).as(run.said()).isZero();
    assertThat(run("b").with("--awsSigv4", "eu-west-1").exitCode()).isEqualTo(2);
  }

  @Test
  void aClientCertificateIsShownToAServerThatDemandsIt() throws IOException {
    try (FakeDicomWebServer tls =
        FakeDicomWebServer.builder()
            .study(study)
            .protocol(WireProtocol.TLS)
            .demandClientCertificate()
            .start()) {
      Path authority = Files.writeString(temp.resolve("ca.pem"), tls.authorityPem());
      Path client = Files.writeString(file, tls.clientPem());
      String[] trust = {"--cacert", authority.toString()};

      ProgramRun without = new ProgramRun(temp.resolve("a"), tls.rootUrl(), study.uid());
      assertThat(without.with(trust).with("-r", "0").exitCode()).isEqualTo(1);
      ProgramRun with = new ProgramRun(temp.resolve("b"), tls.rootUrl(), study.uid());
      assertThat(with.with(trust).with("--cert", client.toString()).exitCode()).isZero();
    }
  }

  @Test
  void aProxyIsAskedWhereOneIsGiven() throws IOException {
    try (FakeProxy proxy = FakeProxy.demanding(BASIC)) {
      String url = "http://ann:s3cret@" + proxy.address();
      assertThat(run("a").with("--proxy", url).exitCode()).isZero();
      assertThat(run("b").environment("http_proxy", url).exitCode()).isZero();
      assertThat(proxy.heads()).hasSize(server.requests().size());
      assertThat(run("c").environment("http_proxy", url).with("--proxy", "").exitCode()).isZero();
      assertThat(proxy.heads()).hasSizeLessThan(server.requests().size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-H,              X-Api-Key: s3cret",
    "-z,              Bearer s3cret",
    "--user,          ann:s3cret",
    "--token-command, echo s3cret",
  })
  void nothingGoesToAnotherOrigin(String option, String value) throws IOException {
    try (FakeDicomWebServer other = FakeDicomWebServer.serving(study)) {
      server
          .when(frames())
          .reply(
              (request, normal) ->
                  redirect(302, other.otherOriginRootUrl() + request.path()).to(request, normal));

      assertThat(run("a").with(option, value).exitCode()).isZero();

      assertThat(other.requests()).hasSize(12);
      assertThat(other.requests())
          .flatExtracting(ReceivedRequest::headers)
          .extracting(header -> header.name().toLowerCase(Locale.ROOT))
          .doesNotContain("authorization", "x-api-key");
    }
  }

  @Test
  void headersAreSentAndAgentToo() throws IOException {
    Files.writeString(file, "X-One: 1\nX-Two: two words\n");
    ProgramRun run =
        run("a").with("-H", "@" + file, "--header", "X-Three:3", "--user-agent", "mine/1");

    assertThat(run.exitCode()).isZero();

    assertThat(server.requests())
        .allSatisfy(
            request -> {
              assertThat(request.header("X-One")).isEqualTo("1");
              assertThat(request.header("X-Two")).isEqualTo("two words");
              assertThat(request.header("X-Three")).isEqualTo("3");
              assertThat(request.header("User-Agent")).isEqualTo("mine/1");
            });
    assertThat(Files.readString(run.folder.resolve(study.uid() + "/metadata.dump.json")))
        .doesNotContain("two words")
        .contains("X-Two");
  }

  @Test
  void aHeaderIsRecordedWhenTheUserSaysSo() throws IOException {
    ProgramRun run = run("a").with("-H", "X-Trace: abc", "--record-header", "x-trace");
    assertThat(run.exitCode()).isZero();
    assertThat(Files.readString(run.folder.resolve(study.uid() + "/metadata.dump.json")))
        .contains("\"abc\"");
  }

  /** Counts its runs in the file, and gives t1, t2 and so on. */
  private String numberedTokens() {
    return "echo run >> '" + file + "'; echo t$(wc -l < '" + file + "' | tr -d ' ')";
  }

  private ProgramRun run(String folder) {
    return new ProgramRun(temp.resolve(folder), server.rootUrl(), study.uid()).with("-c", "4");
  }
}
