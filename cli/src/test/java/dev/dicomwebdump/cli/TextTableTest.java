package dev.dicomwebdump.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void columnsAreAsWideAsTheyNeedBe() {
    TextTable table = new TextTable(1, "kind", "count", "");
    table.row("frame", "1234567", "a long word");
    table.row("x", "1", "");

    assertThat(table.lines())
        .containsExactly("  kind     count", "  frame  1234567  a long word", "  x            1");
  }

  @Test
  void headingsAloneAreEmpty() {
    TextTable table = new TextTable(0, "a");
    assertThat(table.isEmpty()).isTrue();

    table.row("1");
    assertThat(table.isEmpty()).isFalse();
  }
}
