package dev.dicomwebdump.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small study from a real server. */
class OrthancIT {
  private final SyntheticStudy study = SyntheticStudies.small();
  @TempDir private Path temp;

  @Test
  @Tag("smoke")
  void givesTheFilesThatItWasLoadedWithAtOneRequestAResource() throws Exception {
    try (Orthanc orthanc = new Orthanc(folder("orthanc"))) {
      load(orthanc);
      Dump dump = Dump.of(orthanc.rootUrl(), study.uid(), out("out"), "-i", "-m", "-c", "8");

      assertThat(dump.exitCode()).as(dump.result().toString()).isZero();
      assertThat(dump.folder().summary().at("/run/requests").intValue())
          .isEqualTo(Expected.of(study).size());
      for (Expected resource : Expected.of(study)) {
        assertThat(dump.folder().has(resource.file())).as(resource.file()).isTrue();
      }
      for (SyntheticInstance instance : study.instances()) {
        assertThat(dump.folder().bytes(Expected.file(instance).file() + ".bin"))
            .as(instance.uid())
            .isEqualTo(instance.p10());
      }
      assertThat(new Schemas().errors(dump.folder())).isEmpty();
    }
  }

  @Test
  void givesTheSameBodiesOverHttpsWithHttp2() throws Exception {
    try (Orthanc orthanc = new Orthanc(folder("orthanc"));
        TlsFront front = new TlsFront(folder("nginx"), orthanc.port())) {
      load(orthanc);
      String[] options = {"-i", "-m", "-c", "8", "--cacert", front.certificate()};

      Dump plain = Dump.of(orthanc.rootUrl(), study.uid(), out("plain"), "-i", "-m", "-c", "8");
      Dump tls = Dump.of(front.rootUrl(), study.uid(), out("tls"), options);

      assertThat(tls.exitCode()).as(tls.result().toString()).isZero();
      assertThat(tls.folder().records().values())
          .allMatch(record -> record.at("/response/httpVersion").textValue().equals("HTTP/2"));
      for (Expected resource : Expected.of(study)) {
        assertThat(content(tls, resource).replace(front.rootUrl(), orthanc.rootUrl()))
            .as(resource.file())
            .isEqualTo(content(plain, resource));
      }
    }
  }

  /** Boundaries are made anew for each response: of a multipart its payload is compared. */
  private static String content(Dump dump, Expected resource) {
    String file = resource.payload() == null ? resource.file() : resource.file() + ".bin";
    return new String(dump.folder().bytes(file), ISO_8859_1);
  }

  private void load(Orthanc orthanc) throws Exception {
    for (SyntheticInstance instance : study.instances()) {
      assertThat(orthanc.store(instance.p10())).isTrue();
    }
  }

  private Path folder(String name) throws Exception {
    return Files.createDirectory(temp.resolve(name));
  }

  private Path out(String name) {
    return temp.resolve(name);
  }
}
