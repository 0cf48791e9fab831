package dev.dicomwebdump.cli;

import dev.dicomwebdump.crawl.StudyQuery;
import dev.dicomwebdump.resource.Uid;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options that say which studies are meant. */
final class StudyOptions extends OptionGroup {

  private final Given<List<String>> studies =
      list("-s", "--studyUid", "--study-uid")
          .label("UID")
          .described("The study; repeatable; - reads UIDs from stdin, one a line.");

  private final Given<List<String>> files =
      list("--studies-from", "--studiesFrom")
          .label("FILE")
          .described(
              "The studies of this list, one UID a line, # begins a comment;",
              "repeatable; - is stdin.");

  private final Given<@Nullable String> column =
      optional(String.class, "--studies-column", "--studiesColumn")
          .label("NAME")
          .described("The lists are CSV with a line of headings: take the UIDs of this column.");

  private final Given<List<String>> queries =
      list("--query")
          .label("QUERY")
          .described(
              "The studies that a search finds, such as",
              "'PatientID=4711&StudyDate=20240101-20240630'; repeatable.");

  private final Given<Boolean> all = flag("--all").described("All studies that searches find.");

  /**
   * The searches for studies.
   *
   * @throws IllegalArgumentException when one is no query
   */
  List<StudyQuery> queries() {
    return all.value()
        ? List.of(StudyQuery.ALL)
        : queries.value().stream().map(StudyQuery::parse).toList();
  }

  /**
   * The studies, in the order of the options, as often as they are named.
   *
   * @param required whether some must be named
   * @throws IllegalArgumentException when a list cannot be read, or a word is no UID
   */
  List<Uid> studies(boolean required, InputStream in) {
    boolean searched = all.value() || !queries.value().isEmpty();
    if (required && studies.value().isEmpty() && files.value().isEmpty() && !searched) {
      throw new IllegalArgumentException("Missing required option: '--study-uid=UID'");
    }
    if (column.value() != null && files.value().isEmpty()) {
      throw new IllegalArgumentException("--studies-column says how to read --studies-from");
    }
    List<Uid> named = new ArrayList<>();
    if (!studies.value().isEmpty()) {
      named.addAll(new StudyUids(in).read(studies.value()));
    }
    for (String file : files.value()) {
      named.addAll(new StudyList(file, column.value()).read(in));
    }
    return named;
  }
}
