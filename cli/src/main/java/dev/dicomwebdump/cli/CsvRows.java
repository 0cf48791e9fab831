package dev.dicomwebdump.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a CSV text (RFC 4180). Fields are parted by commas, or by semicolons or tabs where
 * the first line has no comma. Used once.
 */
final class CsvRows {

  private final String text;
  private final char separator;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private int at;

  CsvRows(String text) {
    this.text = text;
    String first = text.lines().findFirst().orElse("");
    this.separator = first.contains(",") ? ',' : first.contains(";") ? ';' : '\t';
  }

  List<List<String>> all() {
    while (at < text.length()) {
      char next = text.charAt(at);
      at++;
      if (next == '"') {
        quoted();
      } else if (next == separator) {
        endField();
      } else if (next == '\n') {
        endRow();
      } else if (next != '\r') {
        field.append(next);
      }
    }
    endRow();
    return rows;
  }

  /** To the closing quotation mark; one that is doubled stands for itself. */
  private void quoted() {
    for (; at < text.length(); at++) {
      char next = text.charAt(at);
      boolean doubled = next == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
      if (next == '"' && !doubled) {
        at++;
        return;
      }
      at += doubled ? 1 : 0;
      field.append(next);
    }
  }

  private void endField() {
    row.add(field.toString());
    field.setLength(0);
  }

  private void endRow() {
    endField();
    rows.add(row);
    row = new ArrayList<>();
  }
}
