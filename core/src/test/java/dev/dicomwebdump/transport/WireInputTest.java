package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireInputTest {

  /** 64 KiB are a piece until one is full. */
  @ParameterizedTest
  @CsvSource({"1, 1", "65535, 65535", "65536, 65536", "65537, 65536", "1000000, 262144"})
  void aLargeBodyComesWholeInLargerPieces(int bytes, int largest) throws Exception {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    ByteArrayOutputStream came = new ByteArrayOutputStream();
    int[] most = new int[1];
    WireInput in = new WireInput(new ByteArrayInputStream(content), new Guard(null));

    new BodyReader(
            in,
            (buffer, offset, length) -> {
              came.write(buffer, offset, length);
              most[0] = Math.max(most[0], length);
            })
        .read(new Framing(Framing.End.LENGTH, bytes, true));

    assertThat(came.toByteArray()).isEqualTo(content);
    assertThat(most[0]).isEqualTo(largest);
  }
}
