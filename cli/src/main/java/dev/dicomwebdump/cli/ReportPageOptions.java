package dev.dicomwebdump.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Whether the figures become an HTML page too, and what it shows. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReportPageOptions {

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "Also write an HTML page with charts, tables and pictures.")
  Path file;

  @Option(
      names = "--no-images",
      description = "The page without pictures of frames, which are images of patients.")
  boolean noImages;
}
