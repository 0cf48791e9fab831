package dev.dicomwebdump.fetch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.credentials.FixedCredentials;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {

  private static final String FIRST = "https://pacs.example/dicom-web/studies/1.1/metadata";

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsFollowed(int status) throws InterruptedException {
    Fixture fixture = new Fixture(Answer.status(status, "Location", "/moved"), Answer.OK);

    Exchange exchange = fixture.fetch(Fixture.METADATA);

    assertThat(exchange.problem()).isNull();
    assertThat(exchange.request().url()).hasToString("https://pacs.example/moved");
    assertThat(exchange.earlier()).extracting(Exchange::status).containsExactly(status);
    assertThat(fixture.sink.statuses).containsExactly(status, 200);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 300, 304, 404})
  void aLocationOnAnotherStatusIsNotFollowed(int status) throws InterruptedException {
    Fixture fixture = new Fixture(Answer.status(status, "Location", "/moved"));

    assertThat(fixture.fetch(Fixture.METADATA).failedBy(Problem.Kind.STATUS)).isTrue();
    assertThat(fixture.server.requests).hasSize(1);
  }

  @Test
  void aRedirectWithoutLocationIsAStatus() throws InterruptedException {
    Fixture fixture = new Fixture(Answer.status(302));

    assertThat(fixture.fetch(Fixture.METADATA).failedBy(Problem.Kind.STATUS)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/x, https://pacs.example/x",
    "'  /x ', https://pacs.example/x",
    "x, https://pacs.example/dicom-web/studies/1.1/x",
    "../x, https://pacs.example/dicom-web/studies/x",
    "//other.example/x, https://other.example/x",
    "HTTPS://other.example, https://other.example",
    "?a=b%20c, https://pacs.example/dicom-web/studies/1.1/metadata?a=b%20c",
    "https://other.example:8443/x?sig=a%2Fb#part, https://other.example:8443/x?sig=a%2Fb",
    "https://user:secret@other.example/x, https://other.example/x",
    "https://[::1]/x, https://[::1]/x",
    "https://user:secret@my_store:8443/x, https://my_store:8443/x",
  })
  void aLocationIsResolved(String location, String url) throws InterruptedException {
    Fixture fixture = new Fixture(Answer.status(302, "Location", location), Answer.OK);

    fixture.fetch(Fixture.METADATA);

    assertThat(fixture.server.urls()).containsExactly(FIRST, url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://pacs.example/x",
        "ftp://pacs.example/x",
        "mailto:someone",
        "https://",
        "https:x",
        "https://bad host/x",
        "/a|b",
        "%zz",
        FIRST
      })
  void aLocationThatLeadsNowhereIsAProblem(String location) throws InterruptedException {
    Fixture fixture = new Fixture(Answer.status(302, "Location", location));

    Exchange exchange = fixture.fetch(Fixture.METADATA);

    assertThat(exchange.failedBy(Problem.Kind.REDIRECT)).isTrue();
    assertThat(exchange.status()).isEqualTo(302);
    assertThat(fixture.server.requests).hasSize(1);
  }

  @Test
  void httpMayLeadToHttps() throws InterruptedException {
    FakeTransport server =
        new FakeTransport(
            new FakeWaits(),
            List.of(Answer.status(301, "Location", "https://pacs.example/x"), Answer.OK));
    Request request = new Request(URI.create("http://pacs.example/x"), Headers.NONE);

    Exchange exchange = new RedirectingTransport(server).exchange(request, new FakeSink());

    assertThat(exchange.problem()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"10, 11, false", "11, 11, true"})
  void tenRedirectsAreEnough(int redirects, int requests, boolean problem)
      throws InterruptedException {
    Answer[] script =
        Stream.concat(
                Stream.iterate(1, hop -> hop <= redirects, hop -> hop + 1)
                    .map(hop -> Answer.status(302, "Location", "/hop" + hop)),
                Stream.of(Answer.OK))
            .toArray(Answer[]::new);
    Fixture fixture = new Fixture(script);

    assertThat(fixture.fetch(Fixture.METADATA).failedBy(Problem.Kind.REDIRECT)).isEqualTo(problem);
    assertThat(fixture.server.requests).hasSize(requests);
  }

  @Test
  void aCircleEndsEarly() throws InterruptedException {
    Fixture fixture =
        new Fixture(
            request ->
                Answer.status(302, "Location", request.url().getPath().equals("/a") ? "/b" : "/a"));

    assertThat(fixture.fetch(Fixture.METADATA).failedBy(Problem.Kind.REDIRECT)).isTrue();
    assertThat(fixture.server.requests).hasSize(3);
  }

  @Test
  void theMessageShowsNoSecret() throws InterruptedException {
    Fixture fixture =
        new Fixture(
            Answer.status(302, "Location", "http://user:s3cret@other.example/s3cret?sig=s3cret"));

    Problem problem = requireNonNull(fixture.fetch(Fixture.METADATA).problem());

    assertThat(problem.message()).contains("http://other.example:80").doesNotContain("s3cret");
  }

  @Test
  void aRetryBeginsWithTheFirstUrl() throws InterruptedException {
    Answer redirect = Answer.status(302, "Location", "https://store.example/signed");
    Fixture fixture = new Fixture(redirect, Answer.status(502), redirect, Answer.OK);

    Exchange exchange = fixture.fetch(Fixture.METADATA);

    assertThat(exchange.problem()).isNull();
    assertThat(exchange.earlier()).extracting(Exchange::status).containsExactly(302, 502, 302);
    assertThat(fixture.server.urls().get(2)).isEqualTo(FIRST);
  }

  @ParameterizedTest
  @CsvSource({
    "https://pacs.example/x, true",
    "https://PACS.example:443/x, true",
    "https://pacs.example:8443/x, false",
    "https://store.example/x, false",
    "https://pacs.example.evil.example/x, false",
  })
  void credentialsGoToTheServersOwnOriginOnly(String location, boolean sent)
      throws InterruptedException {
    Fixture fixture =
        new Fixture(withSecrets(), Answer.status(307, "Location", location), Answer.OK);

    fixture.fetch(Fixture.METADATA);

    assertSecrets(fixture.server.requests.get(0), true);
    assertSecrets(fixture.server.requests.get(1), sent);
    assertThat(FakeTransport.header(fixture.server.requests.get(1), "Accept"))
        .isEqualTo("application/dicom+json");
  }

  @Test
  void credentialsComeBackWithTheServersOrigin() throws InterruptedException {
    Fixture fixture =
        new Fixture(
            withSecrets(),
            Answer.status(307, "Location", "https://store.example/x"),
            Answer.status(307, "Location", "https://pacs.example/y"),
            Answer.OK);

    fixture.fetch(Fixture.METADATA);

    assertSecrets(fixture.server.requests.get(1), false);
    assertSecrets(fixture.server.requests.get(2), true);
  }

  private static FetchSettings withSecrets() {
    Headers extra = new Headers(List.of(new Header("X-Api-Key", "k3y")));
    return new FetchSettings(
        0,
        Duration.ZERO,
        Duration.ZERO,
        1,
        Politeness.NONE,
        AcceptSettings.USUAL,
        "identity",
        "test",
        extra,
        FixedCredentials.of("Bearer s3cret"));
  }

  private static void assertSecrets(Request request, boolean sent) {
    assertThat(FakeTransport.header(request, "Authorization"))
        .isEqualTo(sent ? "Bearer s3cret" : "");
    assertThat(FakeTransport.header(request, "X-Api-Key")).isEqualTo(sent ? "k3y" : "");
  }
}
