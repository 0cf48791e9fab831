package dev.dicomwebdump.benchmarks.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dicomwebdump.benchmarks.contender.Contender;
import dev.dicomwebdump.benchmarks.contender.Contenders;
import dev.dicomwebdump.benchmarks.contender.Curl;
import dev.dicomwebdump.benchmarks.contender.Job;
import dev.dicomwebdump.benchmarks.contender.Programs;
import dev.dicomwebdump.benchmarks.site.Link;
import dev.dicomwebdump.benchmarks.site.Orthanc;
import dev.dicomwebdump.benchmarks.site.Request;
import dev.dicomwebdump.benchmarks.site.Site;
import dev.dicomwebdump.benchmarks.work.DicomFiles;
import dev.dicomwebdump.benchmarks.work.Study;
import dev.dicomwebdump.benchmarks.work.Study.Content;
import dev.dicomwebdump.benchmarks.work.Work;
import dev.dicomwebdump.benchmarks.work.Works;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A small study in Orthanc, downloaded by the peers that this machine has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrthancSmokeTest {

  private static final Work WORK = Works.named("orthanc");
  private static final Study STUDY = new Study("orthanc", 1, 1, 2, 1, 8, 8, Content.ORTHANC);
  private static final List<byte[]> FILES = DicomFiles.of(STUDY);
  private static final String FRAMES_TYPE =
      "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";
  private static final String STUDY_PATH = "/studies/" + Study.UID;
  private static final List<Request> REQUESTS =
      List.of(
          new Request(STUDY_PATH + "/metadata", "application/dicom+json"),
          frame(1, 1, 1),
          frame(1, 2, 1),
          frame(2, 1, 100));

  private Path folder;
  private Site site;
  private Orthanc orthanc;

  @BeforeAll
  void load(@TempDir Path shared) throws Exception {
    folder = shared;
    Path nginx = Path.of("/usr/sbin/nginx");
    assumeTrue(Files.isExecutable(nginx) && Programs.absence("curl") == null);
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/time")) && Orthanc.absence() == null);
    site = new Site(nginx, folder, folder.resolve("site"));
    orthanc = site.orthanc("orthanc", folder.resolve("server"));
    orthanc.load(FILES);
  }

  @AfterAll
  void end() throws IOException {
    if (orthanc != null) {
      orthanc.close();
    }
    if (site != null) {
      site.close();
    }
  }

  @Test
  void peersGetEachPart() throws Exception {
    Job job = job(WORK, REQUESTS);
    Originals.fetch(job);

    for (Contender contender : new Contenders(Path.of("none"), Path.of("none")).of(WORK)) {
      if (contender.absence() == null) {
        Measurement measured = Trial.judged(Trial.measure(contender, job), contender, job);
        assertThat(measured.problem()).as(contender.name()).isNull();
      }
    }
  }

  @Test
  void framesAreThoseThatItWasLoadedWith() throws Exception {
    Job job = job(WORK, REQUESTS);
    Originals.fetch(job);

    assertThat(pixelsOf(FILES.get(1))).isSubstringOf(body(job, 2));
    assertThat(pixelsOf(FILES.get(2))).isSubstringOf(body(job, 3));
  }

  @Test
  void nginxHandsOnAndSaysWhatItWasAskedFor() throws Exception {
    site.clearRequests();
    Job job = job(WORK.over(Link.HTTP_LOGGED), REQUESTS.subList(0, 2));
    Trial.measure(Curl.bodies(), job);

    assertThat(site.requests().stream().map(request -> request.below("/orthanc")))
        .containsExactlyInAnyOrderElementsOf(job.requests());
  }

  @Test
  void aRefusalIsNoOriginal() {
    Request refused = new Request(frame(1, 1, 1).path(), "text/plain");

    assertThatThrownBy(() -> Originals.fetch(job(WORK, List.of(refused))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not give what a dump asks for");
  }

  private Job job(Work work, List<Request> requests) {
    return new Job(
        work,
        site.root(work.link(), "orthanc"),
        site.authority(),
        requests,
        folder.resolve("orthanc"),
        folder.resolve("output"),
        folder.resolve("scratch"));
  }

  private static Request frame(int series, int instance, int number) {
    String seriesUid = Study.UID + "." + series;
    String instancePath = "/series/" + seriesUid + "/instances/" + seriesUid + "." + instance;
    return new Request(STUDY_PATH + instancePath + "/frames/" + number, FRAMES_TYPE);
  }

  /** Of the last frame: pixels are the end of a file. */
  private static String pixelsOf(byte[] file) {
    return latin(Arrays.copyOfRange(file, file.length - STUDY.frameBytes(), file.length));
  }

  private static String body(Job job, int request) throws IOException {
    return latin(Files.readAllBytes(job.served(REQUESTS.get(request).path())));
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
