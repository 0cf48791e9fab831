package dev.dicomwebdump.benchmarks.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dicomwebdump.benchmarks.contender.Contender;
import dev.dicomwebdump.benchmarks.contender.Contenders;
import dev.dicomwebdump.benchmarks.contender.Curl;
import dev.dicomwebdump.benchmarks.contender.Job;
import dev.dicomwebdump.benchmarks.contender.Programs;
import dev.dicomwebdump.benchmarks.site.Link;
import dev.dicomwebdump.benchmarks.site.Request;
import dev.dicomwebdump.benchmarks.site.Site;
import dev.dicomwebdump.benchmarks.work.Study;
import dev.dicomwebdump.benchmarks.work.StudyMaker;
import dev.dicomwebdump.benchmarks.work.Work;
import dev.dicomwebdump.benchmarks.work.Works;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The smallest work, made, served, and downloaded by the peers that this machine has. */
class SmokeTest {

  private static final Work FEW = Works.named("few");
  private static final Path NGINX = Path.of("/usr/sbin/nginx");

  @TempDir private Path folder;

  @BeforeEach
  void makeTheWork() throws IOException {
    assumeTrue(Files.isExecutable(NGINX) && Programs.absence("curl") == null);
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/time")));
    StudyMaker.make(FEW.study(), folder.resolve("few"));
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP", "TLS", "HTTP2", "HTTP2_FAR"})
  void peersGetEachByteOverEachLink(Link link) throws Exception {
    Work work = FEW.over(link);
    try (Site site = new Site(NGINX, folder, folder.resolve("site"))) {
      Job job = job(work, site, paths());
      for (Contender contender : new Contenders(Path.of("none"), Path.of("none")).of(work)) {
        if (contender.absence() == null) {
          Measurement measured = Trial.judged(Trial.measure(contender, job), contender, job);
          assertThat(measured.problem()).as(contender.name()).isNull();
          assertThat(measured.wallSeconds()).isPositive();
          assertThat(measured.peakBytes()).isPositive();
        }
      }
    }
  }

  @Test
  void aBodyThatIsNotThereIsAProblem() throws Exception {
    try (Site site = new Site(NGINX, folder, folder.resolve("site"))) {
      Job served = job(FEW, site, List.of(metadata()));
      Contender curl = Curl.bodies();
      Measurement measured = Trial.measure(curl, served);
      Job asked = job(FEW, site, paths());

      assertThat(Trial.judged(measured, curl, asked).problem()).startsWith("40 of 41 bodies");
    }
  }

  @Test
  void theServerSaysWhatItWasAskedFor() throws Exception {
    try (Site site = new Site(NGINX, folder, folder.resolve("site"))) {
      site.clearRequests();
      Work logged = FEW.over(Link.HTTP_LOGGED);
      Contender curl = Curl.bodies();
      Trial.measure(curl, job(logged, site, List.of(metadata())));

      assertThat(site.requests()).containsExactly(new Request("/few" + metadata(), ""));
    }
  }

  private Job job(Work work, Site site, List<String> paths) {
    return new Job(
        work,
        site.root(work.link(), "few"),
        site.authority(),
        paths.stream().map(path -> new Request(path, "")).toList(),
        folder.resolve("few"),
        folder.resolve("output"),
        folder.resolve("scratch"));
  }

  /** All bodies of the study but metadata of series and instances. */
  private List<String> paths() throws IOException {
    Path few = folder.resolve("few");
    try (Stream<Path> files = Files.walk(few)) {
      return files
          .map(file -> "/studies/" + few.relativize(file))
          .filter(path -> path.contains("/frames/") || path.equals(metadata()))
          .toList();
    }
  }

  private static String metadata() {
    return "/studies/" + Study.UID + "/metadata";
  }
}
