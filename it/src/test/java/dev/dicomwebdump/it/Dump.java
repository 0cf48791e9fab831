package dev.dicomwebdump.it;

import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A run of the program that has ended.
 *
 * @param result what it said
 * @param folder what it left
 */
record Dump(Program.Result result, DumpFolder folder) {

  /** Dumps a study of a server, with more options. */
  static Dump of(FakeDicomWebServer server, SyntheticStudy study, Path output, String... options)
      throws IOException, InterruptedException {
    return of(server.rootUrl(), study.uid(), output, options);
  }

  /** Dumps a study of any server, with more options. */
  static Dump of(String rootUrl, String studyUid, Path output, String... options)
      throws IOException, InterruptedException {
    Program.Result result = invocation(rootUrl, studyUid, output).and(options).run();
    return new Dump(result, new DumpFolder(output));
  }

  /** The call, to be completed. */
  static Invocation invocation(String rootUrl, String studyUid, Path output) {
    return Program.with("-w", rootUrl, "-s", studyUid, "-o", output.toString());
  }

  int exitCode() {
    return result.exitCode();
  }
}
