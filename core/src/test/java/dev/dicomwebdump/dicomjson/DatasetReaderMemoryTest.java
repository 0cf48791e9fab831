package dev.dicomwebdump.dicomjson;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What is only skipped must cost no memory, however long it is. */
class DatasetReaderMemoryTest {

  private static final long MEGABYTE = 1 << 20;
  private static final String TEXT_OF_64_KB = "QUJD".repeat(16 * 1024);

  @Test
  void sixtyFourMegabytesOfInlineBinaryAreSkippedInOne() throws IOException {
    InputStream document =
        GeneratedStream.repeating(
            "[{\"00080018\":{\"Value\":[\"1.2\"]},\"00420011\":{\"vr\":\"OB\",\"InlineBinary\":\"",
            TEXT_OF_64_KB,
            1024,
            "\"},\"00280008\":{\"Value\":[\"3\"]}}]");
    readOne();
    long before = allocated();
    try (DatasetReader reader = new DatasetReader(document)) {
      Dataset dataset = reader.next();
      assertThat(dataset).isNotNull();
      assertThat(dataset.integer(Attribute.NUMBER_OF_FRAMES)).hasValue(3);
      assertThat(reader.next()).isNull();
    }
    assertThat(allocated() - before).isLessThan(4 * MEGABYTE);
  }

  /** What the first reader of a process allocates once is not the document's. */
  private static void readOne() throws IOException {
    InputStream document = GeneratedStream.array(1, i -> "{\"00280008\":{\"Value\":[\"3\"]}}");
    try (DatasetReader reader = new DatasetReader(document)) {
      assertThat(reader.next()).isNotNull();
    }
  }

  @Test
  void longSequencesAreSkippedWithoutKeepingThem() throws IOException {
    InputStream document =
        GeneratedStream.repeating(
            "[{\"52009230\":{\"vr\":\"SQ\",\"Value\":[{}",
            ",{\"0020000E\":{\"Value\":[\"9.9\"]}}",
            100_000,
            "]},\"0020000E\":{\"Value\":[\"1.2\"]}}]");
    try (DatasetReader reader = new DatasetReader(document)) {
      Dataset dataset = reader.next();
      assertThat(dataset).isNotNull();
      assertThat(dataset.string(Attribute.SERIES_INSTANCE_UID)).isEqualTo("1.2");
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void aHundredThousandDatasetsComeOneAtATime() throws IOException {
    InputStream document =
        GeneratedStream.array(
            100_000,
            i -> "{\"name" + i + "\":1,\"00080018\":{\"vr\":\"UI\",\"Value\":[\"1." + i + "\"]}}");
    long count = 0;
    try (DatasetReader reader = new DatasetReader(document)) {
      for (Dataset dataset = reader.next(); dataset != null; dataset = reader.next()) {
        assertThat(dataset.string(Attribute.SOP_INSTANCE_UID)).isEqualTo("1." + count);
        count++;
      }
    }
    assertThat(count).isEqualTo(100_000);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
