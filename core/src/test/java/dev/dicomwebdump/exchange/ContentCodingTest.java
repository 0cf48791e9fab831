package dev.dicomwebdump.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContentCodingTest {

  private static final byte[] TEXT =
      "the same again, the same again".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @CsvSource({
    "identity, IDENTITY",
    "'', IDENTITY",
    "GZip, GZIP",
    "' x-gzip ', GZIP",
    "deflate, DEFLATE",
    "br, UNKNOWN",
    "'gzip, gzip', UNKNOWN",
  })
  void theHeadTellsTheCoding(String value, ContentCoding coding) {
    assertThat(ContentCoding.of(new Headers(List.of(new Header("content-encoding", value)))))
        .isEqualTo(coding);
  }

  @Test
  void withoutAHeaderThereIsNone() {
    assertThat(ContentCoding.of(Headers.NONE)).isEqualTo(ContentCoding.IDENTITY);
  }

  @ParameterizedTest
  @EnumSource(names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
  void whatWasCodedIsDecoded(ContentCoding coding) throws IOException {
    CloseableBytes coded = new CloseableBytes(encode(coding));
    try (InputStream decoded = coding.decode(coded)) {
      assertThat(decoded.readAllBytes()).isEqualTo(TEXT);
    }
    assertThat(coded.closed).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "UNKNOWN"})
  void whatCannotBeDecodedIsClosed(ContentCoding coding) {
    CloseableBytes coded = new CloseableBytes(TEXT);

    assertThatThrownBy(() -> coding.decode(coded)).isInstanceOf(IOException.class);
    assertThat(coded.closed).isTrue();
  }

  private static byte[] encode(ContentCoding coding) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        switch (coding) {
          case GZIP -> new GZIPOutputStream(bytes);
          case DEFLATE -> new DeflaterOutputStream(bytes);
          default -> bytes;
        }) {
      out.write(TEXT);
    }
    return bytes.toByteArray();
  }

  private static final class CloseableBytes extends ByteArrayInputStream {
    private boolean closed;

    CloseableBytes(byte[] bytes) {
      super(bytes);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
