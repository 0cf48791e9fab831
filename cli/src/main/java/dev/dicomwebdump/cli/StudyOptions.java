package dev.dicomwebdump.cli;

import dev.dicomwebdump.crawl.StudyQuery;
import dev.dicomwebdump.resource.Uid;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which studies are meant. */
final class StudyOptions {

  @Option(
      names = {"-s", "--studyUid", "--study-uid"},
      paramLabel = "UID",
      description = "The study; repeatable; - reads UIDs from stdin, one a line.")
  List<String> studies = new ArrayList<>();

  @Option(
      names = {"--studies-from", "--studiesFrom"},
      paramLabel = "FILE",
      description = {
        "The studies of this list, one UID a line, # begins a comment;",
        "repeatable; - is stdin."
      })
  List<String> files = new ArrayList<>();

  @Option(
      names = {"--studies-column", "--studiesColumn"},
      paramLabel = "NAME",
      description = "The lists are CSV with a line of headings: take the UIDs of this column.")
  @Nullable String column;

  @Option(
      names = "--query",
      paramLabel = "QUERY",
      description = {
        "The studies that a search finds, such as",
        "'PatientID=4711&StudyDate=20240101-20240630'; repeatable."
      })
  List<String> queries = new ArrayList<>();

  @Option(names = "--all", description = "All studies that searches find.")
  boolean all;

  /**
   * The searches for studies.
   *
   * @throws IllegalArgumentException when one is no query
   */
  List<StudyQuery> queries() {
    return all ? List.of(StudyQuery.ALL) : queries.stream().map(StudyQuery::parse).toList();
  }

  /**
   * The studies, in the order of the options, as often as they are named.
   *
   * @param required whether some must be named
   * @throws IllegalArgumentException when a list cannot be read, or a word is no UID
   */
  List<Uid> studies(boolean required, InputStream in) {
    boolean searched = all || !queries.isEmpty();
    if (required && studies.isEmpty() && files.isEmpty() && !searched) {
      throw new IllegalArgumentException("Missing required option: '--study-uid=UID'");
    }
    if (column != null && files.isEmpty()) {
      throw new IllegalArgumentException("--studies-column says how to read --studies-from");
    }
    List<Uid> named = new ArrayList<>();
    if (!studies.isEmpty()) {
      named.addAll(new StudyUids(in).read(studies));
    }
    for (String file : files) {
      named.addAll(new StudyList(file, column).read(in));
    }
    return named;
  }
}
