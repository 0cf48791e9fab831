package dev.dicomwebdump.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one resource: its body, and what may lie beside it. Paths are as in {@link Layout}.
 * Immutable.
 *
 * @param body the body; there only when the response is whole and a success
 */
public record EntryFiles(String body) {

  /** The ending of every record's name. */
  public static final String RECORD_ENDING = ".dump.json";

  private static final List<Pattern> ENDINGS =
      Stream.of("", "\\.error", "\\.partial", "\\.bin", "\\.[1-9][0-9]*\\.bin", "\\.pretty\\.json")
          .map(ending -> Pattern.compile(ending + "\\z"))
          .toList();

  /** Whether a path is that of a record. */
  public static boolean isRecord(String path) {
    return path.endsWith(RECORD_ENDING);
  }

  /** The files among which a record is. */
  public static EntryFiles ofRecord(String path) {
    return new EntryFiles(path.substring(0, path.length() - RECORD_ENDING.length()));
  }

  /**
   * The entries that a file other than a record may belong to. There can be several, since names
   * have dots too: {@code 1.2.bin} is the payload of {@code 1.2}, or of the second part of {@code
   * 1}.
   */
  public static List<EntryFiles> mayOwn(String path) {
    List<EntryFiles> owners = new ArrayList<>();
    for (Pattern ending : ENDINGS) {
      Matcher found = ending.matcher(path);
      if (found.find()) {
        owners.add(new EntryFiles(path.substring(0, found.start())));
      }
    }
    return owners;
  }

  /** The record, which alone says that the resource was asked for and what came. */
  public String record() {
    return body + RECORD_ENDING;
  }

  /** What the server said in a response that is not a success. */
  public String error() {
    return body + ".error";
  }

  /** What came of a response that broke off. */
  public String partial() {
    return body + ".partial";
  }

  /** The payload: the one part's, or the whole body's where it is not multipart. */
  public String payload() {
    return body + ".bin";
  }

  /** JSON once more, to be read by people; it counts for nothing. */
  public String pretty() {
    return body + ".pretty.json";
  }

  /** What the record calls a file: its name when it lies beside it, else its path in the study. */
  public String told(String path) {
    return folderOf(path).equals(folderOf(body))
        ? Layout.nameOf(path)
        : path.substring(path.indexOf('/') + 1);
  }

  /** The file that the record calls so, which is what {@link #told} gives. */
  public String named(String told) {
    String folder =
        told.indexOf('/') < 0 ? folderOf(body) : body.substring(0, body.indexOf('/') + 1);
    return folder + told;
  }

  private static String folderOf(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /**
   * The files of a response that a later one took the place of.
   *
   * @param number which one, from 1
   */
  public EntryFiles former(int number) {
    return new EntryFiles(body + "." + number);
  }

  /**
   * The payload of one of several parts, where that has no name of its own in the tree.
   *
   * @param part the part's number, from 1
   */
  public String payload(int part) {
    return body + "." + part + ".bin";
  }

  // By hand, like hashCode: Java makes those of a record anew in each run.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntryFiles files && body.equals(files.body);
  }

  @Override
  public int hashCode() {
    return body.hashCode();
  }
}
