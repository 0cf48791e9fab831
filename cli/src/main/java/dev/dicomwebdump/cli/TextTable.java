package dev.dicomwebdump.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns that are as wide as they need be. For one thread. */
final class TextTable {

  private static final String GAP = "  ";

  private final int leftColumns;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();

  /**
   * @param leftColumns how many of the first columns are words; the others are numbers, to be
   *     aligned at their right
   * @param headings one for each column; a last column without one is words, and of any width
   */
  TextTable(int leftColumns, String... headings) {
    this.leftColumns = leftColumns;
    for (int i = 0; i < headings.length; i++) {
      widths.add(0);
    }
    row(headings);
  }

  /** Adds a row with a cell for each column. */
  void row(String... cells) {
    rows.add(List.of(cells));
    for (int i = 0; i < cells.length; i++) {
      widths.set(i, Math.max(widths.get(i), cells[i].length()));
    }
  }

  boolean isEmpty() {
    return rows.size() == 1;
  }

  /** The headings, then the rows. */
  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String blanks = " ".repeat(widths.get(i) - row.get(i).length());
      line.append(GAP).append(isLeft(i) ? row.get(i) + blanks : blanks + row.get(i));
    }
    return line.toString().stripTrailing();
  }

  private boolean isLeft(int column) {
    return column < leftColumns || rows.get(0).get(column).isEmpty();
  }
}
