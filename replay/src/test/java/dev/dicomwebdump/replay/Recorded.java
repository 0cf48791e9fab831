package dev.dicomwebdump.replay;

import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;

import dev.dicomwebdump.dump.Content;
import dev.dicomwebdump.dump.DicomwebDump;
import dev.dicomwebdump.dump.DumpRequestBuilder;
import dev.dicomwebdump.dump.Selection;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import java.nio.file.Path;
import java.util.List;

/** A dump of a server that has its faults, and the server, to compare with. */
final class Recorded implements AutoCloseable {

  static final SyntheticStudy STUDY = SyntheticStudies.small();
  static final String SERIES = "/studies/2.999.1/series/2.999.1.1";
  static final String IMAGE = SERIES + "/instances/2.999.1.1.1";
  static final String MULTI = SERIES + "/instances/2.999.1.1.3";

  private final FakeDicomWebServer server = FakeDicomWebServer.serving(STUDY);

  /** Dumps the study, with one frame refused, one cut, and a file whose first Accept is refused. */
  Recorded(Path folder, Keep keep) {
    server.when(pathEndsWith(MULTI + "/frames/2")).reply(Replies.status(400));
    server.when(pathEndsWith(MULTI + "/frames/3")).reply(Faults.cutAfter(40));
    server.acceptOnly(path(IMAGE), accept -> !accept.contains("transfer-syntax"), 406);
    dump(server, folder, keep, 0);
  }

  static void dump(FakeDicomWebServer server, Path folder, Keep keep, int retries) {
    Selection selection = Selection.PLAIN.with(Content.INSTANCES).with(Content.QIDO);
    dump(server, folder, keep, retries, selection);
  }

  static void dump(
      FakeDicomWebServer server, Path folder, Keep keep, int retries, Selection selection) {
    new DicomwebDump(
            new DumpRequestBuilder(DicomWebRoot.parse(server.rootUrl()), folder)
                .studies(List.of(new Uid(STUDY.uid())))
                .selection(selection)
                .keep(keep)
                .payloads(keep == Keep.PARTS)
                .retries(retries)
                .build(),
            EventListener.NONE,
            warning -> {})
        .run();
  }

  FakeDicomWebServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
  }
}
