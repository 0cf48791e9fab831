package dev.dicomwebdump.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.transport.TransportSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCredentialsGrantTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asksAsTheStandardHasIt() throws Exception {
    answer(200, "{\"access_token\":\"tok\",\"token_type\":\"Bearer\",\"expires_in\":300}");

    Token token = grant("dicom read").get();

    assertThat(token).isEqualTo(new Token("tok", NOW.plusSeconds(300)));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(body(request)).isEqualTo("grant_type=client_credentials&scope=dicom+read");
    String pair =
        Base64.getEncoder().encodeToString("me:s3%3Acret".getBytes(StandardCharsets.UTF_8));
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Basic " + pair);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401})
  void showsTheSecretInTheFormWhereBasicIsRefused(int status) throws Exception {
    answer(status, "{\"error\":\"invalid_client\"}");
    answer(200, "{\"access_token\":\"tok\"}");

    assertThat(grant(null).get()).isEqualTo(new Token("tok", null));
    server.takeRequest();
    RecordedRequest second = server.takeRequest();
    assertThat(body(second))
        .isEqualTo("grant_type=client_credentials&client_id=me&client_secret=s3%3Acret");
    assertThat(second.getHeaders().get("Authorization")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | {"error":"invalid_client","error_description":"not s3:cret"} | answers 401 invalid_client
          401 | {"error":"s3:cret"}                                          | answers 401
          503 | <html>                                                       | answers 503
          200 | <html>                                                       | answers 200
          200 | {"token_type":"bearer"}                                      | must give the token
          200 | {"access_token":"t","token_type":"mac"}                      | no bearer tokens
          302 | {}                                                           | answers 302
          """)
  void aRefusalIsAClearLineThatShowsNothing(int status, String json, String words) {
    answer(status, json);
    answer(status, json);
    assertThatThrownBy(() -> grant(null).get())
        .isInstanceOf(CredentialsUnavailableException.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("s3:cret");
  }

  @Test
  void aServerThatIsNotThereIsAClearLine() {
    server.close();
    assertThatThrownBy(() -> grant(null).get())
        .isInstanceOf(CredentialsUnavailableException.class)
        .hasMessageContaining("cannot connect to localhost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/token", "ftp://a.example/", "https:///token", "https://u:p@a.example/"})
  void theTokenUrlMustBeOne(String url) {
    assertThatThrownBy(() -> new OAuthClient(URI.create(url), "me", "s3cret", null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private TokenSource grant(@Nullable String scope) {
    URI url = URI.create("http://localhost:" + server.getPort() + "/token");
    OAuthClient client = new OAuthClient(url, "me", "s3:cret", scope);
    return new ClientCredentialsGrant(client, TransportSettings.DEFAULTS, () -> NOW);
  }

  private void answer(int status, String json) {
    server.enqueue(new MockResponse.Builder().code(status).body(json).build());
  }

  private static String body(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody()).utf8();
  }
}
