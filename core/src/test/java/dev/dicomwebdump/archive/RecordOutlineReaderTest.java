package dev.dicomwebdump.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordOutlineReaderTest {

  static Stream<DumpRecord> records() {
    return Samples.records();
  }

  private static RecordOutline read(byte[] record) throws IOException {
    return RecordOutlineReader.read(new ByteArrayInputStream(record));
  }

  @ParameterizedTest
  @MethodSource("records")
  void theOutlineIsThatOfTheWholeRecord(DumpRecord record) throws IOException {
    byte[] written = RecordJson.encode(record);
    DumpRecord whole = RecordReader.read(written);

    assertThat(read(written))
        .isEqualTo(
            new RecordOutline(
                whole.resource().kind(), whole.outcome(), whole.problem(), whole.exchange()));
  }

  @ParameterizedTest
  @MethodSource("records")
  void aRecordThatIsCutAnywhereIsNone(DumpRecord record) {
    byte[] written = RecordJson.encode(record);

    for (int length = 0; length < written.length - 2; length++) {
      byte[] cut = Arrays.copyOf(written, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(FormatException.class);
    }
  }

  @Test
  void whatGrowsWithThePartsIsNotLookedAt() throws IOException {
    String text = new String(RecordJson.encode(Samples.multipart()), UTF_8);
    String odd = text.replace("\"offset\": 117", "\"offset\": \"far\"");

    assertThat(odd).isNotEqualTo(text);
    assertThat(read(odd.getBytes(UTF_8))).isEqualTo(read(text.getBytes(UTF_8)));
  }

  @Test
  void theStreamIsClosed() throws IOException {
    boolean[] closed = {false};
    byte[] record = RecordJson.encode(Samples.complete());
    RecordOutlineReader.read(
        new ByteArrayInputStream(record) {
          @Override
          public void close() {
            closed[0] = true;
          }
        });

    assertThat(closed[0]).isTrue();
  }
}
