package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedListIT {

  @Test
  void failedNamesWhatWasNotHad(@TempDir Path folder) throws Exception {
    SyntheticStudy study = SyntheticStudies.small();
    Path list = folder.resolve("failed.jsonl");
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(study)) {
      server.when(pathEndsWith("2.999.1.2.2/frames/3")).reply(Replies.status(404));

      Program.Result result =
          Program.run(
              "-w", server.rootUrl(),
              "-s", study.uid(),
              "-o", folder.resolve("dump").toString(),
              "--failed", list.toString());

      assertThat(result.exitCode()).isEqualTo(3);
      assertThat(list)
          .hasContent(
              "{\"kind\":\"frame\",\"study\":\"2.999.1\",\"series\":\"2.999.1.2\","
                  + "\"instance\":\"2.999.1.2.2\",\"attribute\":null,\"frames\":\"3\",\"below\":false,"
                  + "\"outcome\":\"failed\","
                  + "\"problem\":{\"kind\":\"status\",\"message\":\"404 Client Error\"},"
                  + "\"status\":404}\n");
    }
  }
}
