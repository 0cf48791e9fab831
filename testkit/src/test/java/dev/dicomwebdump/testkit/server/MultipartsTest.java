package dev.dicomwebdump.testkit.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MultipartsTest {
  private static final String B = "--" + Multipart.BOUNDARY;
  private static final ReceivedRequest REQUEST =
      new ReceivedRequest("GET", "/x", "/x", List.of(), "HTTP/1.1", 0, 0);
  private static final Answer NORMAL =
      Answer.of(new Multipart("a/b", List.of(new Part("a/b", Body.of("pixels")))));

  static Stream<Arguments> bodies() {
    String part = B + "\r\nContent-Type: a/b\r\nContent-Length: 6\r\n\r\npixels\r\n";
    String end = B + "--\r\n";
    return Stream.of(
        Arguments.of(Replies.normal(), part + end),
        Arguments.of(
            Multiparts.payload(bytes -> new byte[] {'x'}),
            part.replace("6", "1").replace("pixels", "x") + end),
        Arguments.of(Multiparts.partType("c/d"), part.replace("a/b", "c/d") + end),
        Arguments.of(Multiparts.partTwice(), part + part + end),
        Arguments.of(Multiparts.withoutParts(), end),
        Arguments.of(Multiparts.withoutEnd(), part),
        Arguments.of(Multiparts.cutInPart(2), part.replace("ls\r\n", "")),
        Arguments.of(
            Multiparts.withoutDelimiters(), (part + end).replace(B, B.replace("--", "++"))),
        Arguments.of(Multiparts.partLength(9), part.replace("6", "9") + end),
        Arguments.of(
            Multiparts.badPartHeader(),
            part.replace("\r\nContent-T", "\r\nno header\r\nContent-T") + end),
        Arguments.of(Multiparts.withoutPartHeaders(), B + "\r\n\r\npixels\r\n" + end),
        Arguments.of(Multiparts.preamble("hello"), "hello\r\n" + part + end),
        Arguments.of(Multiparts.epilogue("bye"), part + end + "bye"),
        Arguments.of(Multiparts.linesInLf(), (part + end).replace("\r", "")));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void onlyTheBodyIsChanged(Reply reply, String body) {
    Answer answer = reply.to(REQUEST, NORMAL);

    assertThat(new String(answer.body().bytes(), ISO_8859_1)).isEqualTo(body);
    assertThat(answer.headers()).isEqualTo(NORMAL.headers());
  }

  @Test
  void whatIsNotMultipartStays() {
    Answer text = Answer.of(200, Body.of("text"));

    assertThat(Multiparts.partTwice().to(REQUEST, text)).isSameAs(text);
    assertThat(Multiparts.withoutEnd().to(REQUEST, text)).isSameAs(text);
  }
}
