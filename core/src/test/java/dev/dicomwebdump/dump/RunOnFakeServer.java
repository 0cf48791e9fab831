package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.archive.ResourceCounts;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run against a fake server that has the small study, and what it leaves. */
@Timeout(60)
abstract class RunOnFakeServer {

  static final SyntheticStudy SMALL = SyntheticStudies.small();
  static final Uid STUDY = new Uid(SMALL.uid());
  static final int SMALL_RESOURCES = 1 + 3 + 8 + 12 + 1;

  @TempDir Path temp;
  final Heard heard = new Heard();
  FakeDicomWebServer server = FakeDicomWebServer.serving(SMALL);

  @AfterEach
  void close() {
    server.close();
  }

  void serve(SyntheticStudy... studies) {
    server.close();
    server = FakeDicomWebServer.serving(studies);
  }

  DumpRequestBuilder request(Uid... studies) {
    return new DumpRequestBuilder(DicomWebRoot.parse(server.rootUrl()), temp.resolve("dump"))
        .studies(List.of(studies))
        .permissions(Permissions.UMASK)
        .retries(0);
  }

  DicomwebDump dump(DumpRequestBuilder request, EventListener listener) {
    return new DicomwebDump(request.build(), listener, warning -> {});
  }

  DumpResult run(DumpRequestBuilder request) throws InterruptedException {
    return dump(request, heard).run();
  }

  Dumped dumped() {
    return new Dumped(temp.resolve("dump"));
  }

  String end() {
    return dumped().json("_dump/summary.json").get("run").get("end").asText();
  }

  static ResourceCounts counts(DumpState state, ResourceKind kind) {
    return state.resources().getOrDefault(kind, new ResourceCounts(0, 0, 0, 0, 0, 0));
  }

  /** Complete, incomplete, failed, unsupported, pending. */
  static List<Long> numbers(DumpState state, ResourceKind kind) {
    ResourceCounts counts = counts(state, kind);
    return List.of(
        counts.complete(),
        counts.incomplete(),
        counts.failed(),
        counts.unsupported(),
        counts.pending());
  }
}
