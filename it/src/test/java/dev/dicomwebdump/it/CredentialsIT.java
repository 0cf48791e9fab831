package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.Replies.status;
import static dev.dicomwebdump.testkit.server.RequestMatch.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.WireProtocol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsIT {
  private static final String SECRET = "pl4nted-S3cret";

  /** {@code ann:} and the secret. */
  private static final String BASIC = "Basic YW5uOnBsNG50ZWQtUzNjcmV0";

  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);

  @TempDir Path temp;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Tag("smoke")
  void aTokenThatExpiresInTheRunIsRenewedOnceForAllWorkers() throws Exception {
    AtomicInteger seen = new AtomicInteger();
    server
        .when(
            header(
                "Authorization",
                value -> !("Bearer t" + (seen.incrementAndGet() > 10 ? 2 : 1)).equals(value)))
        .reply(status(401));
    Path runs = temp.resolve("runs");
    String command = "echo run >> " + runs + "; echo t$(wc -l < " + runs + " | tr -d ' ')";

    Program.Result result =
        dump(server, Map.of(), "-c", "8", "-r", "0", "--token-command", command);

    assertThat(result.exitCode()).as(result.stderr()).isZero();
    assertThat(Files.readAllLines(runs)).hasSize(2);
  }

  @Test
  void aPasswordFromTheEnvironmentOpensTheServerAndIsNowhere() throws Exception {
    server.demandAuthorization(BASIC);
    Map<String, String> environment = Map.of("DICOMWEB_PASSWORD", SECRET);

    Program.Result result = dump(server, environment, "--user", "ann", "--debug");

    assertThat(result.exitCode()).as(result.stderr()).isZero();
    assertNowhere(result);
  }

  @Test
  void aUserWhoCannotBeAskedForThePasswordIsToldWhatToDo() throws Exception {
    Program.Result result = dump(server, Map.of(), "--user", "ann");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.stderr()).contains("DICOMWEB_PASSWORD").hasLineCount(1);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void credentialsThatAreRefusedAreExitCode6AndNowhere() throws Exception {
    server.demandAuthorization(BASIC);
    Map<String, String> environment = Map.of("DICOMWEB_AUTHORIZATION", "Bearer " + SECRET);

    Program.Result result = dump(server, environment, "--debug");

    assertThat(result.exitCode()).isEqualTo(6);
    assertThat(result.stderr()).contains("it refuses the credentials");
    assertNowhere(result);
  }

  @Test
  void aClientCertificateIsShownOverHttp2() throws Exception {
    try (FakeDicomWebServer tls =
        FakeDicomWebServer.builder()
            .study(study)
            .protocol(WireProtocol.TLS)
            .demandClientCertificate()
            .start()) {
      Path authority = Files.writeString(temp.resolve("ca.pem"), tls.authorityPem());
      Path client = Files.writeString(temp.resolve("client.pem"), tls.clientPem());

      Program.Result result =
          dump(tls, Map.of(), "--cacert", authority.toString(), "--cert", client.toString());

      assertThat(result.exitCode()).as(result.stderr()).isZero();
      assertThat(tls.requests().get(0).protocol()).isEqualTo("HTTP/2");
    }
  }

  private Program.Result dump(
      FakeDicomWebServer from, Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of("-w", from.rootUrl(), "-s", study.uid(), "-o", folder()));
    arguments.addAll(List.of(options));
    Path launcher = Program.DISTRIBUTION.resolve("bin/dicomweb-dump");
    return Program.run(launcher, environment, arguments.toArray(String[]::new));
  }

  private String folder() {
    return temp.resolve("dump").toString();
  }

  private void assertNowhere(Program.Result result) throws IOException {
    List<String> traces = List.of(SECRET, BASIC.substring("Basic ".length()));
    assertThat(result.stdout() + result.stderr()).doesNotContain(traces);
    try (Stream<Path> files = Files.walk(Path.of(folder())).filter(Files::isRegularFile)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(content).as(file.toString()).doesNotContain(traces);
      }
    }
  }
}
