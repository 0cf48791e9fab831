package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the program at random points, and goes on, until a run ends by itself. {@code make crash}
 * kills it more often, and with a real server too. What it prints repeats the same points.
 */
class CrashIT {
  private static final int FEW = 12;
  private static final int KILLS = Integer.getInteger("dicomwebdump.kills", FEW);
  private static final long SEED = Long.getLong("dicomwebdump.seed", new Random().nextLong());

  /** 60 instances in four series, with a frame each. */
  private static final String REAL_STUDY =
      "1.2.840.113619.6.408.28831229784644470934771902094312156645";

  @TempDir private Path temp;

  @Test
  void aKilledRunLosesNothingThatWasCommittedAndLeavesNothingThatOnlyLooksWhole() throws Exception {
    SyntheticStudy study = SyntheticStudies.small();
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(study)) {
      crash(URI.create(server.rootUrl()), study.uid());
    }
  }

  @Test
  void soItIsWithTheStudyOfARealServer() throws Exception {
    assumeTrue(KILLS > FEW, "make crash does this");
    Testbed testbed = new Testbed();
    try (Orthanc orthanc = new Orthanc(Files.createDirectory(temp.resolve("orthanc")))) {
      for (Path file : testbed.files(REAL_STUDY)) {
        assertThat(orthanc.store(Files.readAllBytes(file))).isTrue();
      }
      crash(URI.create(orthanc.rootUrl()), REAL_STUDY);
    }
  }

  private void crash(URI root, String study) throws Exception {
    try (Relay relay = new Relay(root.getPort())) {
      Crashes crashes = new Crashes(relay, root.getPath(), study, temp, new Random(SEED));
      String told = "-Ddicomwebdump.seed=" + SEED + " -Ddicomwebdump.kills=" + KILLS;
      assertThat(crashes.kill(KILLS)).as(told).isEqualTo(KILLS);
      System.out.println("crash: " + study + ": " + crashes + "; " + told);
    }
  }
}
