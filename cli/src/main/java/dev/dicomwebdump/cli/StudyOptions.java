package dev.dicomwebdump.cli;

import dev.dicomwebdump.resource.Uid;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which studies are dumped. */
final class StudyOptions {

  @Option(
      names = {"-s", "--studyUid", "--study-uid"},
      paramLabel = "UID",
      description = "Study to dump; repeatable; - reads UIDs from stdin, one a line.")
  List<String> studies = new ArrayList<>();

  @Option(
      names = {"--studies-from", "--studiesFrom"},
      paramLabel = "FILE",
      description = {
        "Dump the studies of this list, one UID a line, # begins a comment;",
        "repeatable; - is stdin."
      })
  List<String> files = new ArrayList<>();

  @Option(
      names = {"--studies-column", "--studiesColumn"},
      paramLabel = "NAME",
      description = "The lists are CSV with a line of headings: take the UIDs of this column.")
  @Nullable String column;

  /**
   * The studies, in the order of the options, as often as they are named.
   *
   * @param required whether some must be named
   * @throws IllegalArgumentException when a list cannot be read, or a word is no UID
   */
  List<Uid> studies(boolean required, InputStream in) {
    if (required && studies.isEmpty() && files.isEmpty()) {
      throw new IllegalArgumentException("Missing required option: '--study-uid=UID'");
    }
    if (column != null && files.isEmpty()) {
      throw new IllegalArgumentException("--studies-column says how to read --studies-from");
    }
    List<Uid> all = new ArrayList<>();
    if (!studies.isEmpty()) {
      all.addAll(new StudyUids(in).read(studies));
    }
    for (String file : files) {
      all.addAll(new StudyList(file, column).read(in));
    }
    return all;
  }
}
