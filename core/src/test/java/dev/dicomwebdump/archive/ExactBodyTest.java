package dev.dicomwebdump.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExactBodyTest {

  private static final String BODY = "--b\r\n\r\none\r\n--b\r\n\r\n\r\n--b--";

  private final Map<String, String> files = new HashMap<>(Map.of("f/1.bin", "one", "f/2.bin", ""));
  private final List<String> open = new ArrayList<>();

  private InputStream open(String path) throws IOException {
    String content = files.get(path);
    if (content == null) {
      throw new NoSuchFileException(path);
    }
    open.add(path);
    return new FilterInputStream(new ByteArrayInputStream(content.getBytes(US_ASCII))) {
      @Override
      public void close() throws IOException {
        open.remove(path);
        super.close();
      }
    };
  }

  private InputStream body(DumpRecord record) throws IOException {
    return ExactBody.open(new EntryFiles("f/1-2"), record, this::open);
  }

  @Test
  void payloadsAndWrapperMakeTheBody() throws IOException {
    try (InputStream body = body(Samples.unwrapped())) {
      assertThat(new String(body.readAllBytes(), US_ASCII)).isEqualTo(BODY);
      assertThat(body.read()).isNegative();
    }
    assertThat(open).isEmpty();
  }

  @Test
  void itIsReadByteByByteAndSkipped() throws IOException {
    try (InputStream body = body(Samples.unwrapped())) {
      assertThat(body.read()).isEqualTo('-');
      body.skipNBytes(7);
      assertThat(body.read()).isEqualTo('n');
      assertThat(open).containsExactly("f/1.bin");
    }
    assertThat(open).isEmpty();
  }

  @Test
  void aBodyWithAFileIsThatFile() throws IOException {
    files.put("f/metadata", "[]");
    try (InputStream body = body(Samples.complete())) {
      assertThat(body).hasContent("[]");
    }
  }

  @Test
  void aPayloadThatIsNotThereIsToldWhenItsTurnComes() throws IOException {
    files.remove("f/2.bin");
    try (InputStream body = body(Samples.unwrapped())) {
      assertThat(body.readNBytes(10)).hasSize(10);
      assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(body::readAllBytes);
    }
  }

  @Test
  void aWrapperThatFitsNoPartsIsNone() {
    StoredPart stored = new StoredPart(List.of(), 0, 0, "1.bin", ContentDigest.sha256(Samples.SHA));
    StoredPart unstored = new StoredPart(List.of(), 0, 0, null, null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StoredMultipart("b", true, List.of(stored), List.of("")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StoredMultipart("b", true, List.of(unstored), List.of("", "")));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Samples.unwrapped().withMultipart(new StoredMultipart("b", true, List.of(stored))));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Samples.unwrapped()
                    .withBody(new StoredBody("1-2", 26, ContentDigest.sha256(Samples.SHA))));
  }
}
