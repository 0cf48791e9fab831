package dev.dicomwebdump.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The texts that the page is put together of. */
final class PageResources {

  private static final List<String> SCRIPTS =
      List.of(
          "format.js",
          "theme.js",
          "time-axis.js",
          "charts.js",
          "phases.js",
          "waterfall-view.js",
          "waterfall-drawing.js",
          "waterfall.js",
          "page.js");

  private PageResources() {}

  /** The page with gaps: {@code {{name}}}. */
  static String template() {
    return text("page.html");
  }

  /** All of the style. */
  static String style() {
    return text("uplot/uPlot.min.css") + "\n" + text("page.css");
  }

  /** All of the script: the charts' library, then ours, which leaves no names behind. */
  static String script() {
    return text("uplot/uPlot.iife.min.js")
        + SCRIPTS.stream()
            .map(PageResources::text)
            .collect(Collectors.joining("\n", "\n(() => {\n'use strict';\n", "})();\n"));
  }

  /** Under what the charts' library may be passed on. */
  static String licence() {
    return text("uplot/LICENSE");
  }

  private static String text(String name) {
    try (InputStream in = PageResources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program is without its file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's file " + name, e);
    }
  }
}
