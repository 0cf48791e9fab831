package dev.dicomwebdump.transport;

import static dev.dicomwebdump.transport.RawServer.CLOSE;
import static dev.dicomwebdump.transport.TransportContract.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a response over HTTP/1.1 ends: RFC 9112 section 6.3, and what others make of it. */
class FramingTest {

  private static final String FINE = response("Content-Length: 4", "fine");

  /** A response's head and body, what its content is, and whether the connection serves again. */
  static Stream<Arguments> responses() {
    return Stream.of(
        Arguments.of(response("Content-Length: 2", "ab"), "ab", true),
        Arguments.of(response("Content-Length: 2, 2", "ab"), "ab", true),
        Arguments.of(response("content-length: 2\r\nContent-Length: 2", "ab"), "ab", true),
        Arguments.of(chunked("2\r\nab\r\n0\r\n\r\n"), "ab", true),
        Arguments.of(chunked("02\r\nab\r\n1 ;x=\"y\"\r\nc\r\n00\r\n\r\n"), "abc", true),
        Arguments.of(chunked("a\r\n0123456789\r\n0\r\nT: 1\r\nU: 2\r\n\r\n"), "0123456789", true),
        Arguments.of(chunked("2\nab\n0\n\n"), "ab", true),
        Arguments.of("HTTP/1.1 200 OK\nContent-Length: 2\n\nab", "ab", true),
        Arguments.of("HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nab", "ab", true),
        Arguments.of(
            "HTTP/1.1 100 Continue\r\n\r\n" + response("Content-Length: 1", "a"), "a", true),
        Arguments.of("HTTP/1.1 103 Hints\r\nLink: x\r\n\r\n" + FINE, "fine", true),
        Arguments.of("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nab", "ab", false),
        Arguments.of(
            "HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 2\r\n\r\nab", "ab", true),
        Arguments.of(response("Connection: close\r\nContent-Length: 2", "ab"), "ab", false),
        Arguments.of(response("Connection: x, Close\r\nContent-Length: 2", "ab"), "ab", false),
        // Bytes that are left over, or may be another's response, end the connection.
        Arguments.of(response("Content-Length: 2", "ab" + FINE), "ab", false),
        Arguments.of(chunked("2\r\nab\r\n0\r\n\r\n\r\n"), "ab", false),
        Arguments.of(
            response("Content-Length: 2\r\nTransfer-Encoding: chunked", "2\r\nab\r\n0\r\n\r\n"),
            "ab",
            false),
        Arguments.of(
            response(
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "1\r\na\r\n0\r\n\r\n"),
            "a",
            false));
  }

  @ParameterizedTest
  @MethodSource("responses")
  void aResponseEndsWhereItSays(String response, String content, boolean servesAgain)
      throws Exception {
    try (RawServer server = new RawServer(response, FINE);
        Transport transport = new HttpTransport(TransportSettings.DEFAULTS)) {
      RecordingSink sink = new RecordingSink();
      Exchange first = fetch(transport, server, sink);
      assertThat(first.problem()).isNull();
      assertThat(sink.text()).isEqualTo(content);

      RecordingSink next = new RecordingSink();
      Exchange second = fetch(transport, server, next);
      assertThat(second.problem()).isNull();
      assertThat(next.text()).isEqualTo("fine");
      assertThat(Objects.requireNonNull(second.peer()).reused()).isEqualTo(servesAgain);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2\r\nContent-Length: 4",
        "Content-Length: 2, 4",
        "Content-Length: -2",
        "Content-Length: +2",
        "Content-Length: 0x2",
        "Content-Length: 2 2",
        "Content-Length:",
        "Content-Length: 2,",
        "Content-Length: 99999999999999999999",
        "Transfer-Encoding: gzip",
        "Transfer-Encoding: chunked, gzip",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: \u000bchunked",
        "Transfer-Encoding:",
        "Content-Length: 3\r\nTransfer-Encoding: chunked",
      })
  void aHeadThatTellsOfNoEndOrOfSeveralIsRefused(String fields) throws Exception {
    Exchange exchange = exchangeThenAnother(response(fields, "2\r\nab\r\n0\r\n\r\n"));
    assertProblem(exchange, Problem.Kind.PROTOCOL, "the body is not good HTTP");
    assertThat(exchange.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length : 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\n Content-Length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nContent-Length\r\n\r\nab",
        "HTTP/1.1 200 OK\r\n: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nX: a\rContent-Length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nX: a\u0000b\r\n\r\nab",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 20 OK\r\n\r\n",
        "HTTP/1.1 099 OK\r\n\r\n",
        "HTTP/1.1 +20 OK\r\n\r\n",
        "HTTP/1.2 200 OK\r\n\r\n",
        "HTTP/2 200 OK\r\n\r\n",
        "HTTP/1.1  200 OK\r\n\r\n",
        "HTTP/1.1\r\n\r\n",
        "\r\n",
        "HTTP/1.1 101 Switching\r\n\r\n",
      })
  void whatIsNoHeadIsNoResponse(String head) throws Exception {
    Exchange exchange = exchangeThenAnother(head);
    assertProblem(exchange, Problem.Kind.PROTOCOL, "not an HTTP response");
    assertThat(exchange.response()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2\r\nabc\r\n0\r\n\r\n",
        "2\r\nab0\r\n\r\n",
        "-2\r\nab\r\n0\r\n\r\n",
        "+2\r\nab\r\n0\r\n\r\n",
        "0x2\r\nab\r\n0\r\n\r\n",
        "\r\nab\r\n0\r\n\r\n",
        "2\rab\r\n0\r\n\r\n",
        "2x\r\nab\r\n0\r\n\r\n",
        "1000000000000002\r\nab\r\n0\r\n\r\n",
        "2\r\nab\r\n0\r\nno field\r\n\r\n",
      })
  void chunksThatAreNoneAreRefused(String chunks) throws Exception {
    Exchange exchange = exchangeThenAnother(chunked(chunks));
    assertProblem(exchange, Problem.Kind.PROTOCOL, "the body is not good HTTP");
  }

  @ParameterizedTest
  @CsvSource({"5000, 1", "1, 300000"})
  void linesOfChunksAndTrailersHaveALimit(int extension, int trailer) throws Exception {
    String body = "1;" + "x".repeat(extension) + "\r\na\r\n0\r\nT: " + "y".repeat(trailer);
    Exchange exchange = exchangeThenAnother(chunked(body + "\r\n\r\n"));
    assertProblem(exchange, Problem.Kind.PROTOCOL, "more than");
  }

  @Test
  void headsHaveALimitInFieldsAndBytes() throws Exception {
    String interim = "HTTP/1.1 100 Continue\r\nX: " + "x".repeat(60_000) + "\r\n\r\n";
    assertProblem(
        exchangeThenAnother(response("X: y\r\n".repeat(1000) + "Z: z", "")),
        Problem.Kind.PROTOCOL,
        "1000 fields");
    assertProblem(exchangeThenAnother(interim.repeat(5) + FINE), Problem.Kind.PROTOCOL, "256 KiB");
  }

  @ParameterizedTest
  @CsvSource({"204, Content-Length: 0", "304, Content-Length: 4", "204, X: y", "304, X: y"})
  void someResponsesHaveNoBodyWhateverTheySay(int status, String field) throws Exception {
    String bodiless = "HTTP/1.1 " + status + " None\r\n" + field + "\r\n\r\n";
    try (RawServer server = new RawServer(bodiless, FINE);
        Transport transport = new HttpTransport(TransportSettings.DEFAULTS)) {
      assertProblem(
          fetch(transport, server, new RecordingSink()), Problem.Kind.STATUS, status + " None");
      Exchange second = fetch(transport, server, new RecordingSink());
      assertThat(second.problem()).isNull();
      assertThat(Objects.requireNonNull(second.peer()).reused()).isTrue();
    }
  }

  @Test
  void valuesAreReadByteForByteAndFoldedLinesAsOne() throws Exception {
    String head = "X-a:\t\u00fc\u0080 \r\nX-A:\r\nFolded: one\r\n\t two \r\nContent-Length: 0";
    try (RawServer server = new RawServer(response(head, ""));
        Transport transport = new HttpTransport(TransportSettings.DEFAULTS)) {
      Exchange exchange = fetch(transport, server, new RecordingSink());
      assertThat(Objects.requireNonNull(exchange.response()).headers().fields())
          .containsExactly(
              new Header("X-a", "\u00fc\u0080"),
              new Header("X-A", ""),
              new Header("Folded", "one two"),
              new Header("Content-Length", "0"));
    }
  }

  /** What the server says unasked must not be taken for the answer to the next request. */
  @Test
  void bytesThatComeWhileAConnectionRestsEndIt() throws Exception {
    try (RawServer server = new RawServer(FINE, FINE);
        Transport transport = new HttpTransport(TransportSettings.DEFAULTS)) {
      assertThat(fetch(transport, server, new RecordingSink()).problem()).isNull();
      server.say(response("Content-Length: 5", "false"));
      RecordingSink sink = new RecordingSink();
      Exchange second = fetch(transport, server, sink);
      assertThat(second.problem()).isNull();
      assertThat(sink.text()).isEqualTo("fine");
      assertThat(Objects.requireNonNull(second.peer()).reused()).isFalse();
    }
  }

  @Test
  void noUserInfoIsSent() throws Exception {
    try (RawServer server = new RawServer(FINE);
        Transport transport = new HttpTransport(TransportSettings.DEFAULTS)) {
      String url = server.url().toString().replace("//", "//user:s3cret@");
      Request request = new Request(java.net.URI.create(url), Headers.NONE);
      assertThat(transport.exchange(request, new RecordingSink()).problem()).isNull();
      assertThat(server.requests().toString()).doesNotContain("s3cret").contains("GET / HTTP/1.1");
    }
  }

  /** The response, and that the connection carries no other. */
  private static Exchange exchangeThenAnother(String response) throws Exception {
    try (RawServer server = new RawServer(response + CLOSE, FINE);
        Transport transport = new HttpTransport(TransportSettings.DEFAULTS)) {
      Exchange exchange = fetch(transport, server, new RecordingSink());
      RecordingSink sink = new RecordingSink();
      Exchange second = fetch(transport, server, sink);
      assertThat(sink.text()).isEqualTo("fine");
      assertThat(Objects.requireNonNull(second.peer()).reused()).isFalse();
      return exchange;
    }
  }

  private static Exchange fetch(Transport transport, RawServer server, RecordingSink sink)
      throws InterruptedException, IOException {
    return transport.exchange(new Request(server.url(), Headers.NONE), sink);
  }

  private static String chunked(String chunks) {
    return response("Transfer-Encoding: Chunked", chunks);
  }

  private static String response(String fields, String body) {
    return "HTTP/1.1 200 OK\r\n" + fields + "\r\n\r\n" + body;
  }
}
