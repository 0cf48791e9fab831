package dev.dicomwebdump.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class MemorySinkTest {

  private final MemorySink sink = new MemorySink();

  @Test
  void holdsTheLastResponseAlone() throws IOException {
    receive("gzip", "an attempt that broke off".getBytes(UTF_8));
    receive("identity", "the whole".getBytes(UTF_8));

    assertThat(sink.end()).isNull();
    assertThat(sink.content()).hasBinaryContent("the whole".getBytes(UTF_8));
  }

  @Test
  void decodesContent() throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(coded)) {
      out.write("the whole".getBytes(UTF_8));
    }
    receive("gzip", coded.toByteArray());

    assertThat(sink.content()).hasBinaryContent("the whole".getBytes(UTF_8));
  }

  @Test
  void contentOfAnUnknownCodingIsAnError() {
    receive("br", new byte[] {1});

    assertThatThrownBy(sink::content).isInstanceOf(IOException.class);
  }

  private void receive(String coding, byte[] body) {
    Headers headers = Headers.NONE.with("Content-Encoding", coding);
    sink.head(new ResponseHead("HTTP/1.1", 200, "OK", headers));
    byte[] buffer = new byte[body.length + 2];
    System.arraycopy(body, 0, buffer, 1, body.length);
    sink.body(buffer, 1, body.length);
  }
}
