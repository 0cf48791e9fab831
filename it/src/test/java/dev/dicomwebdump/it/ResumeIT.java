package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.instances;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.ReceivedRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same command again, on what is there. */
class ResumeIT {
  private static final String FRAMES = "2.999.1/series/2.999.1.2/instances/2.999.1.2.2/frames/";

  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path output;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void anOptionThatIsAddedOnlyAdds() throws Exception {
    dump();
    server.clearRequests();

    dump("-i");

    int files = study.instances().size();
    assertThat(server.requests()).hasSize(files).allMatch(instances()::matches);

    dump("-i", "-m");

    assertThat(server.requests()).hasSize(files);
    for (Expected resource : Expected.of(study)) {
      if (resource.payload() != null) {
        assertThat(output.resolve(resource.file() + ".bin"))
            .hasBinaryContent(resource.payload().get());
      }
    }
    assertThat(verify().exitCode()).isZero();

    dump();

    assertThat(server.requests()).hasSize(files);
    assertThat(verify().exitCode()).isZero();
  }

  @Test
  void whatWasChangedIsAskedForAgain() throws Exception {
    dump();
    change(FRAMES + "1", Instant.now().plusSeconds(60));
    touch(FRAMES + "2", Instant.now().plusSeconds(60));
    Files.delete(output.resolve(FRAMES + "3"));
    Files.delete(output.resolve(FRAMES + "4" + DumpFolder.RECORD));
    String report = "2.999.1/series/2.999.1.3/instances/2.999.1.3.1/metadata";
    Files.writeString(output.resolve(report + DumpFolder.RECORD), "{\"request\": ");
    String series = "2.999.1/series/2.999.1.1/metadata";
    change(series, Files.getLastModifiedTime(output.resolve(series)).toInstant());

    assertThat(asked()).containsExactlyInAnyOrder(FRAMES + "1", FRAMES + "3", FRAMES + "4", report);

    assertThat(verify().stdout())
        .startsWith(series + ": has not the SHA-256 that is recorded")
        .hasLineCount(2);
    assertThat(asked("--recheck")).containsExactly(series);
    assertThat(verify().exitCode()).isZero();
  }

  private void dump(String... options) throws Exception {
    Dump dump = Dump.of(server, study, output, options);
    assertThat(dump.exitCode()).as(dump.result().toString()).isZero();
  }

  /** Dumps again; the paths that were asked for, below the studies. */
  private List<String> asked(String... options) throws Exception {
    server.clearRequests();
    dump(options);
    return server.requests().stream()
        .map(ReceivedRequest::path)
        .map(path -> path.substring("/studies/".length()))
        .toList();
  }

  private Program.Result verify() throws Exception {
    return Program.run("verify", output.toString());
  }

  /** Its length stays. */
  private void change(String file, Instant modified) throws Exception {
    byte[] bytes = Files.readAllBytes(output.resolve(file));
    bytes[bytes.length / 2] ^= 1;
    Files.write(output.resolve(file), bytes);
    touch(file, modified);
  }

  private void touch(String file, Instant modified) throws Exception {
    Files.setLastModifiedTime(output.resolve(file), FileTime.from(modified));
  }
}
