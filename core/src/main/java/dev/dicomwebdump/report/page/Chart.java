package dev.dicomwebdump.report.page;

/** The place of a chart that the page's script draws; without the script it does not show. */
final class Chart {

  private Chart() {}

  /**
   * Writes the place.
   *
   * @param name what the script knows it by
   * @param caption what it shows
   * @param instead where the same stands as text
   */
  static void write(Html html, String name, String caption, String instead) {
    html.open("figure", "class", "chart", "id", "chart-" + name);
    html.element("figcaption", caption);
    html.open("div", "class", "plot", "role", "img", "aria-label", caption + ". " + instead);
    html.close("div").close("figure");
  }
}
