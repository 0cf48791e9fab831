package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Multiparts;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Reply;
import dev.dicomwebdump.testkit.server.RequestMatch;
import dev.dicomwebdump.testkit.server.WireProtocol;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own HTTP/1.1 against OkHttp's: the same of every fixture, but for the time that it took. */
class DifferentialTest {

  private static final SyntheticStudy STUDY = SyntheticStudies.small();
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  /** What came of one request, and what the sink was given. */
  private record Result(Exchange exchange, List<Object> sink) {}

  static Stream<Arguments> fixtures() {
    return Stream.of(
            Replies.normal(),
            Replies.chunked(),
            Replies.untilClose(),
            Replies.gzip(),
            Replies.singlePart(),
            Replies.withoutBoundary(),
            Replies.loginPage(),
            Replies.redirect(302, "/elsewhere"),
            Replies.status(204),
            Replies.status(404),
            Replies.status(407),
            Replies.status(429),
            Replies.status(503),
            Replies.normal().header("X-odd", "  a  b "),
            Multiparts.epilogue("bye"),
            Faults.disconnect(),
            Faults.cutAfter(150),
            Faults.cutChunkedAfter(150),
            Faults.endAfter(150),
            Faults.throttled(200, Duration.ofMillis(1)))
        .flatMap(reply -> overBoth(reply, LONG, LONG));
  }

  static Stream<Arguments> stalls() {
    return Stream.of(
            overBoth(Faults.stall(), SHORT, LONG),
            overBoth(Faults.stallAfterHead(), LONG, SHORT),
            overBoth(Faults.stallAfter(150), LONG, SHORT))
        .flatMap(Function.identity());
  }

  private static Stream<Arguments> overBoth(Reply reply, Duration firstByte, Duration idle) {
    return Stream.of(WireProtocol.HTTP_1_1, WireProtocol.TLS_HTTP_1_1)
        .map(wire -> Arguments.of(reply, wire, firstByte, idle));
  }

  @ParameterizedTest
  @MethodSource({"fixtures", "stalls"})
  void bothTellTheSame(Reply reply, WireProtocol wire, Duration firstByte, Duration idle)
      throws Exception {
    TransportSettings settings = settings(firstByte, idle);
    try (FakeDicomWebServer server =
        FakeDicomWebServer.builder().study(STUDY).protocol(wire).start()) {
      server.when(RequestMatch.path(STUDY.path() + "/metadata")).reply(reply);
      Result ours = result(Kind.OURS, settings, server.rootUrl() + STUDY.path());
      Result okHttp = result(Kind.OKHTTP, settings, server.rootUrl() + STUDY.path());

      assertThat(ours.sink()).isEqualTo(okHttp.sink());
      assertThat(ours.exchange())
          .usingRecursiveComparison()
          .ignoringFields("request", "started", "timings", "peer")
          .isEqualTo(withoutDoubt(okHttp.exchange()));
      assertThat(present(ours.exchange())).isEqualTo(present(okHttp.exchange()));
    }
  }

  /** Two requests: the second tells whether the first left the connection in order. */
  private static Result result(Kind kind, TransportSettings settings, String study)
      throws Exception {
    try (Transport transport = kind.open(settings)) {
      RecordingSink sink = new RecordingSink();
      Exchange exchange = transport.exchange(get(study + "/metadata"), sink);
      RecordingSink next = new RecordingSink();
      Exchange second = transport.exchange(get(study + "/rendered"), next);
      return new Result(
          exchange,
          List.of(
              sink.heads,
              sink.ends,
              Arrays.hashCode(sink.body.toByteArray()),
              Objects.requireNonNull(second.peer()).reused(),
              next.heads));
    }
  }

  /** Of a head that broke off OkHttp does not know why. */
  private static Exchange withoutDoubt(Exchange exchange) {
    Problem problem = exchange.problem();
    return problem == null
        ? exchange
        : exchange.withProblem(
            new Problem(
                problem.kind(),
                problem.message().replace(", or its head has more than 256 KiB", "")));
  }

  /** Which phases there were, and whether there was a connection. */
  private static List<Boolean> present(Exchange exchange) {
    return List.of(
        exchange.peer() != null,
        exchange.timings().dns() != null,
        exchange.timings().connect() != null,
        exchange.timings().ssl() != null,
        exchange.timings().send() != null,
        exchange.timings().waiting() != null,
        exchange.timings().receive() != null);
  }

  private static Request get(String url) {
    return new Request(URI.create(url), Headers.NONE);
  }

  private static TransportSettings settings(Duration firstByte, Duration idle) {
    return new TransportSettingsBuilder()
        .connectTimeout(LONG)
        .firstByteTimeout(firstByte)
        .idleTimeout(idle)
        .http2(false)
        .connections(2)
        .tls(TlsTrust.insecure())
        .build();
  }
}
