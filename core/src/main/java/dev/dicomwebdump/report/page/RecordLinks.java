package dev.dicomwebdump.report.page;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * Leads from a page to the records of a dump, relative to the place of the page, so that both can
 * be moved together. Immutable.
 */
public final class RecordLinks {

  private static final String UNRESERVED = "-._~";

  private final String base;

  private RecordLinks(String base) {
    this.base = base;
  }

  /**
   * The links of a page.
   *
   * @param page the file that the page will be
   * @param folder the dump's folder
   */
  public static RecordLinks between(Path page, Path folder) {
    Path from = page.toAbsolutePath().normalize().getParent();
    Path to = folder.toAbsolutePath().normalize();
    if (from == null || !Objects.equals(from.getRoot(), to.getRoot())) {
      return new RecordLinks(to.toUri().toASCIIString());
    }
    Path way = from.relativize(to);
    return new RecordLinks(way.toString().isEmpty() ? "./" : "./" + encoded(way) + "/");
  }

  /** What comes before a record's path; ends with a slash. */
  String base() {
    return base;
  }

  /**
   * The link to a record.
   *
   * @param record its path relative to the dump's folder, with {@code /} between names
   */
  String to(String record) {
    StringJoiner segments = new StringJoiner("/");
    for (String name : record.split("/", -1)) {
      segments.add(encoded(name));
    }
    return base + segments;
  }

  private static String encoded(Path way) {
    StringJoiner segments = new StringJoiner("/");
    way.forEach(name -> segments.add(encoded(name.toString())));
    return segments.toString();
  }

  /** RFC 3986 section 2.1. */
  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xFF);
      if (character < 0x80
          && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0)) {
        encoded.append(character);
      } else {
        encoded.append('%').append(Character.forDigit(character >> 4, 16));
        encoded.append(Character.forDigit(character & 0xF, 16));
      }
    }
    return encoded.toString();
  }
}
