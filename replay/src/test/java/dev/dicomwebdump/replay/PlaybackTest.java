package dev.dicomwebdump.replay;

import static dev.dicomwebdump.replay.Recorded.IMAGE;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Reply;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who asks as the recorder did meets what the recorder met, with {@code --exact}. */
class PlaybackTest {

  private static final String FRAME = IMAGE + "/frames/1";
  private static final String ACCEPT =
      "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";

  @TempDir private Path folder;

  static Stream<Arguments> failures() {
    return Stream.of(false, true)
        .flatMap(
            http2 ->
                Stream.of(
                    Arguments.of(http2, Faults.disconnect(), "0 connect 0"),
                    Arguments.of(http2, Faults.cutAfter(40), "200 truncated 40"),
                    Arguments.of(http2, Faults.cutChunkedAfter(40), "200 truncated \\d+"),
                    Arguments.of(http2, Faults.endAfter(40), "200 40"),
                    Arguments.of(
                        http2, Replies.status(503, "text/plain", "busy"), "503 status 4")));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatFailedAtFirstFailsAtFirst(boolean http2, Reply failure, String first) throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(Recorded.STUDY)) {
      server.when(pathEndsWith(FRAME)).reply(failure).times(1);
      Recorded.dump(server, folder, Keep.BODY, 1);
    }
    List<String> told = new ArrayList<>();
    try (ReplayServer exact =
            ReplayServer.start(ReplaySettings.of(folder).withExact(true), warning -> {});
        Asker asker = new Asker(http2)) {
      for (int i = 0; i < 4; i++) {
        told.add(asker.told(exact.rootUrl() + FRAME, ACCEPT));
      }
    }
    assertThat(told.get(0)).matches(first);
    assertThat(told.get(1)).startsWith("200 ").isNotEqualTo(told.get(0));
    assertThat(told.get(2)).isEqualTo(told.get(0));
    assertThat(told.get(3)).isEqualTo(told.get(1));
  }

  @ParameterizedTest
  @CsvSource({
    "OWN, OWN",
    "1?again=yes, 1?again=yes",
    "OTHER, /_redirected/http/127.0.0.1:PORT",
  })
  void aRedirectLeadsToItsEnd(String location, String expected) throws Exception {
    String port;
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(Recorded.STUDY);
        FakeDicomWebServer other = FakeDicomWebServer.serving(Recorded.STUDY)) {
      port = Integer.toString(URI.create(other.rootUrl()).getPort());
      String told =
          location
              .replace("OWN", server.rootUrl() + FRAME + "?again=yes")
              .replace("OTHER", other.rootUrl() + FRAME + "?sig=geheim");
      server.when(pathEndsWith(FRAME)).reply(Replies.redirect(302, told)).times(1);
      Recorded.dump(server, folder, Keep.BODY, 0);
    }
    try (ReplayServer exact =
            ReplayServer.start(ReplaySettings.of(folder).withExact(true), warning -> {});
        Asker asker = new Asker(false)) {
      String asked = exact.rootUrl() + FRAME;
      Exchange redirect = asker.get(asked, ACCEPT);
      assertThat(redirect.status()).isEqualTo(302);
      String to = location(redirect);
      assertThat(to)
          .startsWith(
              expected
                  .replace("OWN", asked + "?again=yes")
                  .replaceFirst("^/", asked.replaceFirst("(//[^/]*/).*", "$1"))
                  .replace("PORT", port))
          .doesNotContain("geheim");
      String target = URI.create(asked).resolve(to).toString();
      assertThat(asker.told(target, ACCEPT)).startsWith("200 ");
      assertThat(asker.get(asked, ACCEPT).status()).isEqualTo(302);
    }
  }

  @Test
  void withoutExactARedirectIsItsEnd() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(Recorded.STUDY)) {
      server.when(pathEndsWith(FRAME)).reply(Replies.redirect(302, "1?again=yes")).times(1);
      Recorded.dump(server, folder, Keep.BODY, 0);
    }
    try (ReplayServer lenient = ReplayServer.start(ReplaySettings.of(folder), warning -> {});
        Asker asker = new Asker(false)) {
      assertThat(asker.told(lenient.rootUrl() + FRAME, ACCEPT)).startsWith("200 ");
    }
  }

  private static String location(Exchange exchange) {
    ResponseHead head = Objects.requireNonNull(exchange.response());
    return Objects.requireNonNull(head.headers().first("Location"));
  }
}
