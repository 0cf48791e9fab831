package dev.dicomwebdump.testkit.server;

import static dev.dicomwebdump.testkit.server.Replies.status;
import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.onReusedConnection;
import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTest {
  private static final String INSTANCE = "/studies/2.999.1/series/2.999.1.1/instances/2.999.1.1.3";

  private final FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small());
  private TestClient client;

  @BeforeEach
  void connect() throws Exception {
    client = new TestClient(server, WireProtocol.HTTP_1_1);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void isUsedAsOftenAsToldThenAllIsNormal() throws Exception {
    Rule rule = server.when(pathEndsWith("/frames/2")).reply(status(503)).times(2);
    assertThat(statuses("/frames/1", "/frames/2", "/frames/2", "/frames/2"))
        .containsExactly(200, 503, 503, 200);
    assertThat(rule.used()).isEqualTo(2);
  }

  @Test
  void letsSomePassBefore() throws Exception {
    server.when(frames()).reply(status(401)).after(2).times(1);
    assertThat(statuses("/frames/1", "/frames/2", "/frames/3", "/frames/1"))
        .containsExactly(200, 200, 401, 200);
  }

  @Test
  void theFirstThatMatchesDecides() throws Exception {
    server.when(path(INSTANCE + "/frames/1")).reply(status(429)).times(1);
    server.when(any()).reply(status(500)).times(2);
    assertThat(statuses("/frames/1", "/frames/1", "/metadata", "/metadata"))
        .containsExactly(429, 500, 500, 200);
  }

  @Test
  void canBeForgotten() throws Exception {
    server.when(any()).reply(status(500));
    server.clearRules();
    assertThat(statuses("/metadata")).containsExactly(200);
    server.clearRequests();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void acceptOnlyRefusesAllOtherAccepts() throws Exception {
    server.acceptOnly(frames(), "image/jpeg"::equals, 406);
    assertThat(statuses("/frames/1", "/metadata")).containsExactly(406, 200);
    assertThat(client.get(server.url(INSTANCE + "/frames/1"), "Accept", "image/png").status())
        .isEqualTo(406);
    assertThat(client.get(server.url(INSTANCE + "/frames/1"), "Accept", "image/jpeg").status())
        .isEqualTo(200);
    assertThat(server.requests(frames())).hasSize(3);
  }

  @Test
  void authorizationIsDemanded() throws Exception {
    server.demandAuthorization("Bearer good");
    assertThat(statuses("/metadata")).containsExactly(401);
    assertThat(authorized("Bearer bad")).isEqualTo(401);
    assertThat(authorized("Bearer good")).isEqualTo(200);
  }

  @Test
  void reusedConnectionsAreKnown() throws Exception {
    server.when(onReusedConnection()).reply(status(500));
    assertThat(statuses("/metadata", "/metadata")).containsExactly(200, 500);
  }

  static Stream<Arguments> matches() {
    return Stream.of(
        Arguments.of(RequestMatch.metadata(), "/studies/1/metadata", true),
        Arguments.of(RequestMatch.metadata(), "/studies/1", false),
        Arguments.of(frames(), "/studies/1/series/2/instances/3/frames/1,2", true),
        Arguments.of(frames(), "/studies/1/series/2/instances/3/frames/1/rendered", false),
        Arguments.of(RequestMatch.instances(), "/studies/1/series/2/instances/3", true),
        Arguments.of(RequestMatch.instances(), "/studies/1/series/2/instances/3/metadata", false),
        Arguments.of(RequestMatch.bulkData(), "/studies/1/series/2/instances/3/bulkdata/9", true),
        Arguments.of(path("/a"), "/a", true),
        Arguments.of(path("/a"), "/a/b", false),
        Arguments.of(RequestMatch.pathMatches("s/[12]$"), "/frames/2", true),
        Arguments.of(RequestMatch.pathMatches("s/[12]$"), "/frames/3", false),
        Arguments.of(any().negate(), "/", false));
  }

  @ParameterizedTest
  @MethodSource
  void matches(RequestMatch match, String path, boolean expected) {
    ReceivedRequest request =
        new ReceivedRequest("GET", "/r" + path, path, List.of(), "HTTP/1.1", 0, 0);
    assertThat(match.matches(request)).isEqualTo(expected);
  }

  private int authorized(String authorization) throws Exception {
    return client.get(server.url(INSTANCE + "/metadata"), "Authorization", authorization).status();
  }

  private int[] statuses(String... resources) throws Exception {
    int[] statuses = new int[resources.length];
    for (int i = 0; i < resources.length; i++) {
      statuses[i] = client.get(server.url(INSTANCE + resources[i])).status();
    }
    return statuses;
  }
}
