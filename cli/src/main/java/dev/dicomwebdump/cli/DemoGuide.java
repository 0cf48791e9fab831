package dev.dicomwebdump.cli;

import java.nio.file.Path;

/** Says where to look in a dump of the demo, and what to try with it. */
final class DemoGuide {

  private static final String TEXT =
      """

      Where to look, in %1$s:
        2.999.20/metadata                 the phantom's metadata, as the server sent it
        2.999.20/metadata.dump.json       its record: request, response, timings, verdict
        2.999.20/series/2.999.20.1/instances/2.999.20.1.7/_/2.999.20.1.7.bin
                                          the seventh slice, a DICOM file
        2.999.21/series/2.999.21.1/instances/2.999.21.1.1/frames/1.bin
                                          the first frame of the moving disc: 48 x 48 bytes
        2.999.20/_dump/summary.json       what is there of the phantom, and that nothing is missing
      What to try:
        (cd %2$s && sha256sum -c --quiet _dump/SHA256SUMS)
        dicomweb-dump verify %1$s
        dicomweb-dump serve %1$s
      """;

  private DemoGuide() {}

  static String text(Path folder) {
    Path study = folder.resolve("2.999.20");
    return TEXT.formatted(ShellWord.of(folder.toString()), ShellWord.of(study.toString()));
  }
}
