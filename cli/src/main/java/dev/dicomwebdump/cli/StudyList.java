package dev.dicomwebdump.cli;

import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of studies: a UID a line, with comments, or a column of a CSV file (RFC 4180).
 *
 * @param name the file; {@code -} for stdin
 * @param column the heading of the column; null where the list is no CSV
 */
record StudyList(String name, @Nullable String column) {

  /**
   * The studies that it names, in order.
   *
   * @throws IllegalArgumentException when it cannot be read, names none, or has what is no UID
   */
  List<Uid> read(InputStream in) {
    String text = text(in);
    String heading = column;
    List<String> words = heading == null ? lines(text) : column(text, heading);
    if (words.isEmpty()) {
      throw new IllegalArgumentException(told() + " names no study");
    }
    return words.stream().map(this::uid).toList();
  }

  private Uid uid(String word) {
    try {
      return new Uid(word);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(told() + ": " + e.getMessage(), e);
    }
  }

  private String text(InputStream in) {
    try {
      byte[] bytes = name.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(name));
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no list of studies " + name, e);
    } catch (IOException e) {
      throw new IllegalArgumentException(told() + " cannot be read", e);
    }
  }

  private static List<String> lines(String text) {
    return filled(text.lines().map(line -> line.replaceFirst("#.*", "")));
  }

  private List<String> column(String text, String heading) {
    List<List<String>> rows = new CsvRows(text).all();
    int index =
        rows.isEmpty() ? -1 : rows.get(0).stream().map(String::strip).toList().indexOf(heading);
    if (index < 0) {
      throw new IllegalArgumentException(told() + " has no column " + heading);
    }
    return filled(
        rows.stream().skip(1).filter(row -> row.size() > index).map(row -> row.get(index)));
  }

  private static List<String> filled(Stream<String> words) {
    return words.map(String::strip).filter(word -> !word.isEmpty()).toList();
  }

  private String told() {
    return name.equals("-") ? "stdin" : name;
  }
}
