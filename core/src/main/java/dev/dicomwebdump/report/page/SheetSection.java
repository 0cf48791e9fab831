package dev.dicomwebdump.report.page;

import dev.dicomwebdump.report.sheet.ContactSheet;
import dev.dicomwebdump.report.sheet.Thumbnail;
import dev.dicomwebdump.report.sheet.Tile;
import dev.dicomwebdump.resource.Uid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The contact sheet: pictures by series, each with a link to its record. */
final class SheetSection implements Section {

  private final @Nullable ContactSheet sheet;
  private final Records records;

  /**
   * @param sheet null where none was asked for
   */
  SheetSection(@Nullable ContactSheet sheet, Records records) {
    this.sheet = sheet;
    this.records = records;
  }

  @Override
  public String id() {
    return "sheet";
  }

  @Override
  public String title() {
    return "Contact sheet";
  }

  @Override
  public boolean isEmpty() {
    return sheet == null || (sheet.tiles().isEmpty() && sheet.omitted() == 0);
  }

  @Override
  public void write(Html html) {
    if (sheet == null) {
      return;
    }
    if (!sheet.tiles().isEmpty()) {
      html.element(
          "p",
          "These are images of patients, and all else on this page may tell of them too. Think before"
              + " you pass it on; --no-images makes the page without them.",
          "class",
          "warning");
    }
    tiles(html, sheet.tiles());
    if (sheet.omitted() > 0) {
      leftOut(html, sheet);
    }
  }

  /** By series, unless that would be headings above all. */
  private void tiles(Html html, List<Tile> tiles) {
    Map<Uid, List<Tile>> bySeries =
        tiles.stream()
            .collect(
                Collectors.groupingBy(
                    tile -> tile.instance().requireSeries(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    if (bySeries.size() * 2 > tiles.size() && bySeries.size() > 1) {
      list(html, tiles);
    } else {
      bySeries.forEach(
          (series, its) -> {
            html.open("h3").text("Series ").element("code", series.value()).close("h3");
            list(html, its);
          });
    }
  }

  private void list(Html html, List<Tile> tiles) {
    html.open("ul", "class", "tiles");
    for (Tile tile : tiles) {
      html.open("li");
      tile(html, tile);
      html.close("li");
    }
    html.close("ul");
  }

  private void tile(Html html, Tile tile) {
    String frame = tile.frame() == 0 ? "" : "Frame " + tile.frame() + " of ";
    String instance = tile.instance().requireInstance().value();
    if (records.links() != null) {
      html.open("a", "href", records.links().to(tile.record()));
    }
    Thumbnail picture = tile.thumbnail();
    html.open(
        "img",
        "src",
        picture.source(),
        "width",
        String.valueOf(picture.width()),
        "height",
        String.valueOf(picture.height()),
        "alt",
        (frame.isEmpty() ? "Picture of " : frame) + "instance " + instance);
    String caption = tile.frame() == 0 ? "" : " · " + tile.frame();
    html.element("span", RecordName.shortened(instance) + caption, "aria-hidden", "true");
    if (records.links() != null) {
      html.close("a");
    }
  }

  private static void leftOut(Html html, ContactSheet sheet) {
    Table table =
        Table.open(
            html, "Not drawn", Table.Column.text("Why"), Table.Column.number("Of those chosen"));
    sheet.leftOut().forEach((why, count) -> table.row(why, Quantity.number(count)));
    table.close();
  }
}
