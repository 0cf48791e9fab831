package dev.dicomwebdump.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes at all, as the beginning of a DICOM file after its preamble. */
class FileHeadFuzzTest {

  private static final int PREAMBLE = 128;

  @FuzzTest(maxDuration = "2m")
  void anyBytesAreSomeFileOrNone(byte[] afterPreamble) {
    byte[] file = new byte[PREAMBLE + afterPreamble.length];
    System.arraycopy(afterPreamble, 0, file, PREAMBLE, afterPreamble.length);
    FileHead head = FileHead.read(file);

    boolean magic = new String(file, ISO_8859_1).startsWith("DICM", PREAMBLE);
    assertThat(head != null).isEqualTo(magic);
  }
}
