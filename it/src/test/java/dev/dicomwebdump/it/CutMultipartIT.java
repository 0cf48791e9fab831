package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Reply;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A multipart response that ends too early, and as cleanly as a whole one: status 200. */
class CutMultipartIT {
  /** Of this study Orthanc cannot give all files without being asked for any transfer syntax. */
  private static final String CUT_STUDY =
      "1.2.826.0.1.3680043.8.498.12406831542731051035295345080039845114";

  private final SyntheticStudy study = SyntheticStudies.small();
  private final SyntheticInstance instance = study.instances().get(2);
  private final Expected file = Expected.file(instance);
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path temp;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void isIncompleteDirectlyAndBehindNginx() throws Exception {
    Reply cut = Replies.normal().body(bytes -> Arrays.copyOf(bytes, bytes.length / 2));
    server.when(path(file.path())).reply(cut.then(Replies.chunked()));
    int port = URI.create(server.rootUrl()).getPort();
    try (TlsFront front = new TlsFront(Files.createDirectory(temp.resolve("nginx")), port)) {
      assertIncomplete(dump(server.rootUrl(), "direct"), "HTTP/1.1");
      assertIncomplete(dump(front.rootUrl(), "tls", "--cacert", front.certificate()), "HTTP/2");
      String[] oldHttp = {"--no-http2", "--cacert", front.certificate()};
      assertIncomplete(dump(front.rootUrl(), "tls1", oldHttp), "HTTP/1.1");
    }
  }

  /** The fake has the program ask for a file without a transfer syntax, and sends it there. */
  @Test
  void ofAWholeStudyFromOrthancIsIncompleteDirectlyAndBehindNginx() throws Exception {
    try (Orthanc orthanc = new Orthanc(Files.createDirectory(temp.resolve("orthanc")));
        TlsFront front =
            new TlsFront(Files.createDirectory(temp.resolve("nginx")), orthanc.port())) {
      load(orthanc);
      for (String root : List.of(orthanc.rootUrl(), front.rootUrl())) {
        server.clearRules();
        server.acceptOnly(path(file.path()), accept -> !accept.contains("transfer-syntax"), 406);
        server.when(path(file.path())).reply(Replies.redirect(307, root + "/studies/" + CUT_STUDY));
        String scheme = URI.create(root).getScheme();
        assertIncomplete(
            dump(server.rootUrl(), scheme, "--cacert", front.certificate()),
            scheme.equals("https") ? "HTTP/2" : "HTTP/1.1");
      }
    }
  }

  private static void load(Orthanc orthanc) throws Exception {
    Testbed testbed = new Testbed();
    List<String> wanted =
        testbed.entries().stream()
            .filter(entry -> entry.studyUid().equals(CUT_STUDY))
            .map(Testbed.Entry::sha1)
            .toList();
    for (Path path : testbed.files()) {
      byte[] bytes = Files.readAllBytes(path);
      if (wanted.contains(Digests.sha1(bytes))) {
        assertThat(orthanc.store(bytes)).as(path.toString()).isTrue();
      }
    }
  }

  private Dump dump(String rootUrl, String folder, String... options) throws Exception {
    Invocation invocation =
        Dump.invocation(rootUrl, study.uid(), temp.resolve(folder))
            .and("-i", "-m", "-r", "1", "--bulkdata-origin", "rewrite");
    return new Dump(invocation.and(options).run(), new DumpFolder(temp.resolve(folder)));
  }

  private void assertIncomplete(Dump dump, String version) throws Exception {
    assertThat(dump.exitCode()).as(dump.result().toString()).isEqualTo(3);
    JsonNode record = dump.folder().record(file.file());
    assertThat(record.at("/response/status").intValue()).isEqualTo(200);
    assertThat(record.at("/response/httpVersion").textValue()).isEqualTo(version);
    assertThat(record.at("/_dicomweb/outcome").textValue()).isEqualTo("incomplete");
    assertThat(record.at("/_dicomweb/problem/kind").textValue()).isEqualTo("truncated");
    assertThat(record.at("/_dicomweb/multipart/closed").booleanValue()).isFalse();
    assertThat(dump.folder().files().stream().filter(name -> name.startsWith(file.file())))
        .containsExactly(file.file() + ".dump.json", file.file() + ".partial");
    assertThat(dump.folder().summary().at("/run/retries").intValue()).isEqualTo(1);
    assertThat(VerifyFindings.of(dump.folder()))
        .containsExactly("outcome " + file.file() + DumpFolder.RECORD);
  }
}
