package dev.dicomwebdump.report.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names records, with links to them where the page has some.
 *
 * @param links null for a page without records
 */
record Records(@Nullable RecordLinks links) {

  /** One record. */
  void write(Html html, String record) {
    String brief = RecordName.brief(record);
    if (links == null) {
      html.element("code", brief);
    } else {
      html.open("a", "href", links.to(record)).element("code", brief).close("a");
    }
  }

  /** Several, one in a line. */
  void write(Html html, List<String> records) {
    html.open("ul", "class", "records");
    for (String record : records) {
      html.open("li");
      write(html, record);
      html.close("li");
    }
    html.close("ul");
  }
}
