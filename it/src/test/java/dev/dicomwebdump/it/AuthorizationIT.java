package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Authorization header, by each way in which it can be given. */
class AuthorizationIT {
  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path temp;

  @BeforeEach
  void demand() {
    server.demandAuthorization("Bearer right");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void comesFromTheOption() throws Exception {
    assertThat(dump().and("-z", "Bearer right").run().exitCode()).isZero();
  }

  @Test
  void comesFromTheFileThatTheOptionNames() throws Exception {
    Path file = Files.writeString(temp.resolve("credential"), "Bearer right\n");

    assertThat(dump().and("-z", "@" + file).run().exitCode()).isZero();
  }

  @Test
  void comesFromTheEnvironment() throws Exception {
    assertThat(dump().environment("DICOMWEB_AUTHORIZATION", "Bearer right").run().exitCode())
        .isZero();
  }

  @Test
  void theOptionWinsOverTheEnvironment() throws Exception {
    Program.Result result =
        dump()
            .environment("DICOMWEB_AUTHORIZATION", "Bearer wrong")
            .and("-z", "Bearer right")
            .run();

    assertThat(result.exitCode()).isZero();
  }

  private Invocation dump() {
    return Dump.invocation(server.rootUrl(), study.uid(), temp.resolve("out"));
  }
}
