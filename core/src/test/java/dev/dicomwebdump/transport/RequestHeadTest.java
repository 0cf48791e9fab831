package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestHeadTest {

  @ParameterizedTest
  @CsvSource({
    "http://pacs.example/studies/1?a=/b&c=?, /studies/1?a=/b&c=?",
    "http://pacs.example,                    /",
    "http://pacs.example?a=/b,               /?a=/b",
    "http://pacs.example/a#b?c,              /a",
    "http://pacs.example#/a,                 /",
    "http://[::1]:8042/a%20b/../c,           /a%20b/../c",
    "http://pacs.example/\u00e4?\u00e4,      /%C3%A4?%C3%A4",
  })
  void aRequestLineHasThePathAndTheQuery(String address, String target) {
    Request request = new Request(address, Headers.NONE);
    Server server = new Server(false, "pacs.example", 80);
    FieldLines lines = FieldLines.of(request.headers(), server, null);

    RequestHead head = RequestHead.of(request, lines, server, null);

    assertThat(head.text()).startsWith("GET " + target + " HTTP/1.1\r\n");
  }
}
