package dev.dicomwebdump.cli;

import static dev.dicomwebdump.testkit.server.Replies.redirect;
import static dev.dicomwebdump.testkit.server.Replies.status;
import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plants secrets by each way that there is, and looks for them in all that the program leaves. */
class SecretsTest {

  private static final String SECRET = "pl4nted-S3cret";

  /** As it stands, and as Basic authentication writes it after {@code ann:}. */
  private static final List<String> TRACES =
      List.of(SECRET, base64("ann:" + SECRET), base64("id:" + SECRET));

  /** What the server does. */
  private enum Server {
    SERVES(0),
    REFUSES(6),
    FAILS(3),
    REDIRECTS(0);

    final int exitCode;

    Server(int exitCode) {
      this.exitCode = exitCode;
    }
  }

  private final SyntheticStudy study = SyntheticStudies.large(1, 1, 1);
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  private final FakeDicomWebServer other = FakeDicomWebServer.serving(study);

  @TempDir Path temp;

  @AfterEach
  void stop() {
    server.close();
    other.close();
  }

  static Stream<Arguments> waysAndServers() {
    return Stream.of(
            "-z",
            "-z @",
            "DICOMWEB_AUTHORIZATION",
            "--user",
            "DICOMWEB_PASSWORD",
            "root",
            "root query",
            "--bearer-file",
            "--token-command",
            "--oauth",
            "--netrc-file",
            "--aws-sigv4",
            "-H",
            "-H @",
            "-H Authorization",
            "-H Cookie")
        .flatMap(way -> Arrays.stream(Server.values()).map(server -> Arguments.of(way, server)));
  }

  @ParameterizedTest
  @MethodSource("waysAndServers")
  void noSecretIsLeftAnywhere(String way, Server behaviour) throws IOException {
    set(behaviour);
    ProgramRun run = planted(way).with("-m", "-i", "--debug", "-r", "0", "--progress", "plain");

    assertThat(run.exitCode()).as(run.said()).isEqualTo(behaviour.exitCode);

    run.assertNowhere(TRACES);
    assertThat(server.requests())
        .as("the secret went out")
        .anyMatch(request -> carries(request.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-z=a\n" + SECRET,
        "-z=caf\u00e9 " + SECRET,
        "-H=" + SECRET,
        "-H=X Y: " + SECRET,
        "-H=X-Y: a\r\n" + SECRET,
        "-H=X-Y: \u00e9" + SECRET,
        "-H=Accept: " + SECRET,
        "--user-agent=a\n" + SECRET,
        "--proxy=https://ann:" + SECRET + "@127.0.0.1:1",
        "--proxy=http://ann: " + SECRET + "@127.0.0.1:1",
        "--oauth-client-secret=" + SECRET,
        "--oauth-token-url=http://ann:" + SECRET + "@127.0.0.1/",
        "--oauth-token-url= " + SECRET,
        "--tokn=" + SECRET,
        "-w=ftp://ann:" + SECRET + "@127.0.0.1/",
        "-w=http://ann: " + SECRET + "@127.0.0.1/",
      })
  void noSecretIsShownInWrongUsage(String argument) throws IOException {
    int equals = argument.indexOf('=');
    String option = argument.substring(0, equals);
    ProgramRun run =
        new ProgramRun(temp.resolve("dump"), server.rootUrl(), study.uid())
            .with("--debug")
            .with(
                option.equals("--tokn")
                    ? new String[] {argument}
                    : new String[] {option, argument.substring(equals + 1)});

    assertThat(run.exitCode()).isEqualTo(2);
    run.assertNowhere(TRACES);
    assertThat(run.said().lines()).hasSize(1);
  }

  @Test
  void aBareWordIsNotShown() throws IOException {
    ProgramRun run =
        new ProgramRun(temp.resolve("dump"), server.rootUrl(), study.uid())
            .with("-H", "X-Api-Key:", SECRET);
    assertThat(run.exitCode()).isEqualTo(2);
    run.assertNowhere(TRACES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo " + SECRET + "; exit 1", "echo " + SECRET + " >&2; exit 1"})
  void aFailingCommandShowsNothing(String command) throws IOException {
    ProgramRun run =
        new ProgramRun(temp.resolve("dump"), server.rootUrl(), study.uid())
            .with("--token-command", command, "--debug");
    assertThat(run.exitCode()).isEqualTo(6);
    run.assertNowhere(TRACES);
  }

  @Test
  void aProxysPasswordIsNotShown() throws IOException {
    ProgramRun run =
        new ProgramRun(temp.resolve("dump"), server.rootUrl(), study.uid())
            .with("--proxy", "http://ann:" + SECRET + "@127.0.0.1:1", "--debug", "-r", "0");
    assertThat(run.exitCode()).isEqualTo(1);
    run.assertNowhere(TRACES);
  }

  private void set(Server behaviour) {
    switch (behaviour) {
      case SERVES -> {}
      case REFUSES -> server.when(any()).reply(status(401, "text/plain", "go away"));
      case FAILS -> server.when(frames()).reply(status(404, "text/plain", "not here"));
      case REDIRECTS ->
          server
              .when(frames())
              .reply(
                  (request, normal) ->
                      redirect(302, other.otherOriginRootUrl() + request.path() + "?a=" + SECRET)
                          .to(request, normal));
    }
  }

  private ProgramRun planted(String way) throws IOException {
    String root = server.rootUrl();
    ProgramRun run =
        new ProgramRun(
            temp.resolve("dump"),
            switch (way) {
              case "root" -> root.replace("://", "://ann:" + SECRET + "@");
              case "root query" -> root + "?api_key=" + SECRET;
              default -> root;
            },
            study.uid());
    return switch (way) {
      case "-z" -> run.with("-z", "Bearer " + SECRET);
      case "-z @" -> run.with("-z", "@" + file("Bearer " + SECRET));
      case "DICOMWEB_AUTHORIZATION" ->
          run.environment("DICOMWEB_AUTHORIZATION", "Bearer " + SECRET);
      case "--user" -> run.with("--user", "ann:" + SECRET);
      case "DICOMWEB_PASSWORD" ->
          run.with("--user", "ann").environment("DICOMWEB_PASSWORD", SECRET);
      case "--bearer-file" -> run.with(way, file(SECRET));
      case "--token-command" -> run.with(way, "echo " + SECRET);
      case "--oauth" -> oauth(run);
      case "--netrc-file" -> run.with(way, file("default login ann password " + SECRET));
      case "--aws-sigv4" ->
          run.with(way, "eu-west-1")
              .environment("AWS_ACCESS_KEY_ID", "AKID")
              .environment("AWS_SECRET_ACCESS_KEY", SECRET)
              .environment("AWS_SESSION_TOKEN", SECRET);
      case "-H" -> run.with("-H", "X-Api-Key: " + SECRET);
      case "-H @" -> run.with("-H", "@" + file("X-Api-Key: " + SECRET));
      case "-H Authorization" -> run.with("-H", "Authorization: " + SECRET);
      case "-H Cookie" -> run.with("-H", "Cookie: a=" + SECRET, "--record-header", "Cookie");
      default -> run;
    };
  }

  private ProgramRun oauth(ProgramRun run) throws IOException {
    other
        .when(request -> request.method().equals("POST"))
        .reply(status(200, "application/json", "{\"access_token\":\"" + SECRET + "\"}"));
    return run.with("--oauthTokenUrl", other.rootUrl(), "--oauthClientId", "id")
        .with("--oauthClientSecret", "@" + file(SECRET));
  }

  /** So that the test does not pass because nothing was sent. */
  private static boolean carries(String request) {
    return TRACES.stream().anyMatch(request::contains);
  }

  private String file(String content) throws IOException {
    return Files.writeString(temp.resolve("secret"), content).toString();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
