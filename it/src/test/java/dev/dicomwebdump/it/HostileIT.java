package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.metadata;
import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.Body;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, in a heap of 64 MB, against servers that mean harm. */
class HostileIT {
  private static final SyntheticStudy STUDY = SyntheticStudies.small();
  private static final String METADATA = STUDY.path() + "/metadata";
  private static final int MEGABYTE = 1 << 20;

  private final FakeDicomWebServer server = FakeDicomWebServer.serving(STUDY);
  @TempDir Path outside;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aHundredMegabytesOfBlanksAreRead() throws Exception {
    byte[] blanks = " ".repeat(MEGABYTE).getBytes(US_ASCII);
    server
        .when(path(METADATA))
        .reply(
            (request, normal) ->
                normal.withBody(
                    out -> {
                      for (int i = 0; i < 100; i++) {
                        out.write(blanks);
                      }
                      normal.body().writeTo(out);
                    }));

    assertThat(dump()).isZero();
  }

  @Test
  void aMillionUselessEntriesAreAFailure() throws Exception {
    server
        .when(path(METADATA))
        .reply(json("[" + "{\"00280010\":{}},".repeat(999_999) + "{\"00280010\":{}}]"));

    assertThat(dump()).isEqualTo(3);
  }

  @Test
  void framesWithoutEndAreNotAskedFor() throws Exception {
    server.when(frames()).reply(Replies.status(404));
    server
        .when(metadata())
        .reply(
            Replies.normal()
                .body(
                    bytes ->
                        new String(bytes, US_ASCII)
                            .replaceAll(
                                "\"00280010\"",
                                "\"00280008\":{\"Value\":[2147483647]},\"00280010\"")
                            .getBytes(US_ASCII)));

    assertThat(dump()).isEqualTo(3);
    assertThat(server.requests(frames())).hasSizeLessThan(13_000);
  }

  @Test
  void bodiesWithoutEndAreCutAtTheLimit() throws Exception {
    byte[] zeros = new byte[MEGABYTE];
    Body endless =
        out -> {
          while (true) {
            out.write(zeros);
          }
        };
    server
        .when(frames())
        .reply(Replies.untilClose().then((request, normal) -> normal.withBody(endless)));

    assertThat(dump("5M")).isEqualTo(3);
  }

  @Test
  void nothingIsWrittenOutside() throws Exception {
    server.when(path(METADATA)).reply(json("[{\"0020000E\":{\"Value\":[\"../../x\"]}}]"));
    server.when(any()).reply(Replies.normal().header("Content-Location", "/tmp/x"));

    assertThat(dump()).isEqualTo(3);
    try (Stream<Path> files = Files.list(outside)) {
      assertThat(files).containsExactly(outside.resolve("out"));
    }
  }

  private static Reply json(String text) {
    return Replies.status(200, "application/dicom+json", text);
  }

  private int dump() throws Exception {
    return dump("200M");
  }

  private int dump(String maxBody) throws Exception {
    Path launcher = Program.DISTRIBUTION.resolve("bin/dicomweb-dump");
    Map<String, String> heap = Map.of("DICOMWEB_DUMP_OPTS", "-Xmx64m");
    String folder = outside.resolve("out").toString();
    Program.Result result =
        Program.run(
            launcher,
            heap,
            "-w",
            server.rootUrl(),
            "-s",
            STUDY.uid(),
            "-o",
            folder,
            "-c",
            "4",
            "-r",
            "0",
            "--max-body",
            maxBody);
    return result.exitCode();
  }
}
