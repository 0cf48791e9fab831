package dev.dicomwebdump.proof;

import static dev.dicomwebdump.proof.P10.BIG_ENDIAN;
import static dev.dicomwebdump.proof.P10.DEFLATED;
import static dev.dicomwebdump.proof.P10.EXPLICIT;
import static dev.dicomwebdump.proof.P10.IMPLICIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileHeadTest {

  private static final int MAGIC_END = 132;

  static Stream<Arguments> files() {
    return Stream.of(
        arguments("1.1", EXPLICIT, "1.2", "1.2"),
        arguments("1.1", IMPLICIT, "1.2", "1.2"),
        arguments("1.1", BIG_ENDIAN, "1.2", "1.2"),
        arguments("1.1", DEFLATED, "1.2", "1.2"),
        arguments("1.1", "1.2.840.10008.1.2.4.80", "1.2", "1.2"),
        arguments("1.1", null, "1.2", null),
        arguments(null, EXPLICIT, "1.2", "1.2"),
        arguments("1.1", EXPLICIT, null, null),
        arguments(null, null, null, null));
  }

  @ParameterizedTest
  @MethodSource("files")
  void theHeadTellsTheUidsAndTheTransferSyntax(
      @Nullable String meta,
      @Nullable String syntax,
      @Nullable String data,
      @Nullable String read) {
    assertThat(FileHead.read(P10.file(meta, syntax, data)))
        .isEqualTo(new FileHead(meta, syntax, read, null, null));
    boolean readable = syntax != null;
    assertThat(FileHead.read(P10.file(meta, syntax, data, "2.1", "2.2")))
        .isEqualTo(
            new FileHead(meta, syntax, read, readable ? "2.1" : null, readable ? "2.2" : null));
  }

  @Test
  void anEmptyUidIsNone() {
    assertThat(FileHead.read(P10.file("", EXPLICIT, "")))
        .isEqualTo(new FileHead(null, EXPLICIT, null, null, null));
  }

  static List<SyntheticInstance> instances() {
    return SyntheticStudies.small().instances();
  }

  @ParameterizedTest
  @MethodSource("instances")
  void filesAsServersKeepThemAreRead(SyntheticInstance instance) {
    assertThat(FileHead.read(instance.p10()))
        .isEqualTo(
            new FileHead(
                instance.uid(),
                instance.transferSyntax().uid(),
                instance.uid(),
                instance.studyUid(),
                instance.seriesUid()));
  }

  @ParameterizedTest
  @ValueSource(strings = {EXPLICIT, IMPLICIT, BIG_ENDIAN, DEFLATED})
  void aFileThatIsCutTellsNothingThatIsWrong(String syntax) {
    byte[] file = P10.file("1.2.3", syntax, "1.2.3", "2.1", "2.2");
    for (int length = 0; length <= file.length; length++) {
      FileHead head = FileHead.read(Arrays.copyOf(file, length));
      if (length < MAGIC_END) {
        assertThat(head).isNull();
      } else {
        assertThat(head).isNotNull();
        assertThat(head.metaInstanceUid()).isIn(null, "1.2.3");
        assertThat(head.transferSyntax()).isIn(null, syntax);
        assertThat(head.instanceUid()).isIn(null, "1.2.3");
        assertThat(head.studyUid()).isIn(null, "2.1");
        assertThat(head.seriesUid()).isIn(null, "2.2");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {EXPLICIT, IMPLICIT, BIG_ENDIAN, DEFLATED})
  void noBytesMakeItFail(String syntax) {
    Random random = new Random(4711);
    for (int i = 0; i < 20_000; i++) {
      byte[] file = P10.file("1.2.3", syntax, "1.2.3", "2.1", "2.2");
      int from = MAGIC_END + random.nextInt(file.length - MAGIC_END);
      int to = from + 1 + random.nextInt(Math.min(8, file.length - from));
      for (int at = from; at < to; at++) {
        file[at] = random.nextBoolean() ? (byte) 0xFF : (byte) random.nextInt();
      }
      assertThat(FileHead.read(file)).isNotNull();
    }
  }

  @Test
  void behindAnUnknownValueWithoutLengthNothingIsFound() {
    byte[] file = P10.file("1.2.3", EXPLICIT, "1.2.3", "2.1", "2.2");
    String text = new String(file, StandardCharsets.ISO_8859_1).replaceFirst("SQ", "UN");

    assertThat(FileHead.read(text.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(new FileHead("1.2.3", EXPLICIT, "1.2.3", null, null));
  }

  @Test
  void randomBytesAfterTheMagicMakeItNotFail() {
    Random random = new Random(4712);
    for (int i = 0; i < 20_000; i++) {
      byte[] file = new byte[MAGIC_END + random.nextInt(64)];
      random.nextBytes(file);
      System.arraycopy(P10.file(null, null, null), 128, file, 128, 4);
      assertThat(FileHead.read(file)).isNotNull();
    }
  }
}
