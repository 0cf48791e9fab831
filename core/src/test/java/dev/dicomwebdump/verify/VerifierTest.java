package dev.dicomwebdump.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {

  @TempDir static Path made;

  static TestDump clean;

  @BeforeAll
  static void dump() throws InterruptedException {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small())) {
      clean = TestDump.of(server, "2.999.1", made.resolve("clean"));
    }
  }

  @Test
  void list() throws IOException {
    try (Stream<Path> s = Files.walk(made)) {
      s.filter(Files::isRegularFile).forEach(System.out::println);
    }
    List<Finding> l = new ArrayList<>();
    System.out.println(new Verifier(clean.folder(), l::add).run());
    assertThat(l).isEmpty();
  }
}
