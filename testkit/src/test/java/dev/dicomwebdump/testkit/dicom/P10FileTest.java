package dev.dicomwebdump.testkit.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class P10FileTest {

  static Stream<SyntheticInstance> all() {
    return SyntheticStudies.small().instances().stream();
  }

  static Stream<SyntheticInstance> natives() {
    return all().filter(one -> one.numberOfFrames() > 0 && !one.transferSyntax().isEncapsulated());
  }

  static Stream<SyntheticInstance> encapsulated() {
    return all().filter(one -> one.transferSyntax().isEncapsulated());
  }

  @ParameterizedTest
  @MethodSource("all")
  void startsWithPreambleAndPrefix(SyntheticInstance instance) {
    byte[] file = instance.p10();
    assertThat(Arrays.copyOf(file, 128)).containsOnly(0);
    assertThat(new String(file, 128, 4, StandardCharsets.US_ASCII)).isEqualTo("DICM");
  }

  @ParameterizedTest
  @MethodSource("all")
  void fileMetaAndDataSetNameTheInstance(SyntheticInstance instance) {
    P10Reader file = new P10Reader(instance.p10());
    assertThat(file.text(0x00020002)).isEqualTo(instance.sopClassUid());
    assertThat(file.text(0x00020003)).isEqualTo(instance.uid());
    assertThat(file.text(0x00020010)).isEqualTo(instance.transferSyntax().uid());
    assertThat(file.text(0x00080016)).isEqualTo(instance.sopClassUid());
    assertThat(file.text(0x00080018)).isEqualTo(instance.uid());
    assertThat(file.text(0x0020000D)).isEqualTo(instance.studyUid());
    assertThat(file.text(0x0020000E)).isEqualTo(instance.seriesUid());
    assertThat(file.text(0x00100010)).isEqualTo("Synthétique^Étude");
  }

  @ParameterizedTest
  @MethodSource("all")
  void tagsAscendAndLengthsAreEven(SyntheticInstance instance) {
    Map<Integer, byte[]> elements = new P10Reader(instance.p10()).elements();
    assertThat(List.copyOf(elements.keySet()))
        .isSortedAccordingTo(Comparator.comparingLong(Integer::toUnsignedLong));
    assertThat(elements.values()).allMatch(value -> value.length % 2 == 0);
    assertThat(elements)
        .containsKeys(0x00020000, 0x00020001, 0x00020012, 0x00080020, 0x00100020, 0x00200011);
  }

  @ParameterizedTest
  @MethodSource("natives")
  void nativePixelDataIsTheFramesOneAfterTheOther(SyntheticInstance instance) {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (int n = 1; n <= instance.numberOfFrames(); n++) {
      frames.writeBytes(instance.frame(n));
    }
    byte[] pixelData = new P10Reader(instance.p10()).bytes(0x7FE00010);
    assertThat(pixelData).startsWith(frames.toByteArray());
    assertThat(pixelData.length - frames.size()).isEqualTo(frames.size() % 2);
    assertThat(instance.bulkData().get("7FE00010")).isEqualTo(pixelData);
  }

  @ParameterizedTest
  @MethodSource("encapsulated")
  void theOffsetTableLeadsToTheFragmentsOfEachFrame(SyntheticInstance instance) {
    List<byte[]> items = new P10Reader(instance.p10()).pixelItems();
    ByteBuffer offsets = ByteBuffer.wrap(items.get(0)).order(ByteOrder.LITTLE_ENDIAN);
    List<byte[]> frames = new ArrayList<>();
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    int offset = 0;
    int next = offsets.getInt();
    for (byte[] fragment : items.subList(1, items.size())) {
      if (offset == next && offset > 0) {
        frames.add(frame.toByteArray());
        frame.reset();
      }
      next = offset == next && offsets.hasRemaining() ? offsets.getInt() : next;
      frame.writeBytes(fragment);
      offset += 8 + fragment.length;
    }
    frames.add(frame.toByteArray());
    assertThat(frames).hasSize(instance.numberOfFrames());
    for (int n = 1; n <= frames.size(); n++) {
      assertThat(frames.get(n - 1)).as("frame %d", n).isEqualTo(instance.frame(n));
    }
  }

  @Test
  void rleDecodesToTheNumberOfPixelsOfTheFrame() {
    byte[] pixels = new byte[300 * 2];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 31);
    }
    byte[] rle = RleFrame.encode(pixels, 300);
    assertThat(ByteBuffer.wrap(rle).order(ByteOrder.LITTLE_ENDIAN).getInt()).isEqualTo(1);
    assertThat(ByteBuffer.wrap(rle).order(ByteOrder.LITTLE_ENDIAN).getInt(4)).isEqualTo(64);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    for (int at = 64; decoded.size() < pixels.length; at += rle[at] + 2) {
      assertThat(rle[at]).as("a literal run").isNotNegative();
      decoded.write(rle, at + 1, rle[at] + 1);
    }
    assertThat(decoded.toByteArray()).isEqualTo(pixels);
  }
}
