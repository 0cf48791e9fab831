package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.InstanceTemplate;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.dicom.TransferSyntax;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several studies, studies on stdin, studies with odd names. */
class StudiesIT {
  private static final InstanceTemplate IMAGE =
      InstanceTemplate.image(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, 1);

  private final SyntheticStudy small = SyntheticStudies.small();
  private final SyntheticStudy large = SyntheticStudies.large(1, 2, 1);
  private final SyntheticStudy odd = SyntheticStudy.builder("Study_x-1").series(IMAGE).build();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(small, large, odd);
  @TempDir private Path output;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theOptionMayBeRepeated() throws Exception {
    Dump dump = Dump.of(server, small, output, "-s", large.uid(), "-s", small.uid());

    assertBoth(dump);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.999.1\n2.999.2\n", "2.999.1\r\n\r\n  2.999.2", "2.999.2\n2.999.1\n"})
  void aHyphenReadsThemFromStdin(String input) throws Exception {
    Program.Result result =
        Program.with("-w", server.rootUrl(), "-s", "-", "-o", output.toString()).input(input).run();

    assertBoth(new Dump(result, new DumpFolder(output)));
  }

  @Test
  void oneThatIsUnknownAmongOthersIsExitCodeThree() throws Exception {
    Dump dump = Dump.of(server, small, output, "-s", "2.999.404");

    assertThat(dump.exitCode()).isEqualTo(3);
    assertThat(dump.folder().summary().at("/dump/verdict").textValue()).isEqualTo("incomplete");
    assertThat(dump.folder().summary(small.uid()).at("/dump/verdict").textValue())
        .isEqualTo("complete");
    assertThat(dump.folder().summary("2.999.404").at("/dump/verdict").textValue())
        .isEqualTo("failed");
    assertThat(dump.result().stdout()).contains("2.999.404");
  }

  @Test
  void aUidThatIsNoUidIsDumpedAndNoted() throws Exception {
    Dump dump = Dump.of(server, odd, output, "-i");

    assertThat(dump.exitCode()).isZero();
    assertThat(dump.folder().record("Study_x-1/metadata").at("/_dicomweb/notes").toString())
        .contains("nonconformant UID");
    assertThat(dump.folder().summary().at("/dump/notes").toString()).contains("nonconformant UID");
  }

  private void assertBoth(Dump dump) {
    assertThat(dump.exitCode()).isZero();
    assertThat(dump.folder().summary().at("/dump/studies")).hasSize(2);
    assertThat(dump.folder().summary(small.uid()).at("/dump/instances").intValue()).isEqualTo(8);
    assertThat(dump.folder().summary(large.uid()).at("/dump/instances").intValue()).isEqualTo(2);
    assertThat(server.requests()).hasSize(Expected.of(small).size() - 8 + 6);
  }
}
