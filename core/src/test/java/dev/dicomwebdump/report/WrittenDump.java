package dev.dicomwebdump.report;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.Missing;
import dev.dicomwebdump.archive.RecordJson;
import dev.dicomwebdump.archive.ResourceCounts;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.archive.RunState;
import dev.dicomwebdump.archive.StudyVerdict;
import dev.dicomwebdump.archive.Summary;
import dev.dicomwebdump.archive.SummaryJson;
import dev.dicomwebdump.archive.TransferSyntaxCounts;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A dump of records and summaries alone, written by hand. */
record WrittenDump(Path folder) {

  static final Uid STUDY = new Uid("1.2");
  static final Uid OTHER_STUDY = new Uid("1.9");

  static Resource frame(int number) {
    return Resource.frame(STUDY, new Uid("1.2.3"), new Uid("1.2.3.4"), number);
  }

  static String pathOf(Resource resource) {
    return Layout.filesOf(resource).record();
  }

  /** Writes the record of a resource, by its last exchange. */
  void record(Resource resource, Exchange last) throws IOException {
    Problem problem = last.problem();
    DumpRecord record =
        new DumpRecord(
            resource,
            resource.address(),
            problem == null ? Outcome.COMPLETE : Outcome.FAILED,
            problem,
            List.of(),
            null,
            null,
            List.of(),
            null,
            last,
            last.bodyBytes(),
            null,
            Collections.nCopies(last.earlier().size(), null));
    write(pathOf(resource), RecordJson.encode(record));
  }

  /** Writes a study's summary. */
  void summary(Uid study, DumpVerdict verdict) throws IOException {
    summary(Layout.summary(study), new DumpState.OneStudy(study), verdict);
  }

  /** Writes the summary of the folder. */
  void summary(DumpVerdict verdict) throws IOException {
    StudyVerdict study = new StudyVerdict(STUDY, verdict, STUDY.value(), null);
    summary(Layout.summary(), new DumpState.AllStudies(List.of(study)), verdict);
  }

  private void summary(String path, DumpState.Extent extent, DumpVerdict verdict)
      throws IOException {
    DumpState dump =
        new DumpState(
            verdict,
            "http://pacs.example/dicom-web",
            extent,
            2,
            3,
            40,
            Map.of(ResourceKind.FRAME, new ResourceCounts(1, 0, 0, 0, 5, 17)),
            TransferSyntaxCounts.NONE,
            Map.of(),
            List.of(),
            Missing.NOTHING);
    write(path, SummaryJson.encode(new Summary("program", dump, run())));
  }

  private static RunState run() {
    return new RunState(
        Exchanges.START,
        Exchanges.START,
        Map.of(),
        RunEnd.FINISHED,
        null,
        1,
        1,
        0,
        0,
        0,
        0,
        1,
        List.of(),
        Map.of());
  }

  void write(String path, byte[] content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  ReportFigures figures() throws IOException, NoDumpException {
    return DumpReport.of(folder, "program 1");
  }
}
