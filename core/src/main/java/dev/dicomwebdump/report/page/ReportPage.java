package dev.dicomwebdump.report.page;

import dev.dicomwebdump.report.ReportFigures;
import dev.dicomwebdump.report.ReportJson;
import dev.dicomwebdump.report.sheet.ContactSheet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report as one HTML page, which loads nothing and may load nothing: its content security
 * policy lets only this script and this style work. What has no figures is left out. Whatever comes
 * of a capture is escaped. Immutable.
 *
 * @param figures what it shows
 * @param links leads to the records; null for figures without records
 * @param sheet the contact sheet, which has images of patients; null for none
 */
public record ReportPage(
    ReportFigures figures, @Nullable RecordLinks links, @Nullable ContactSheet sheet) {

  private static final Pattern GAP = Pattern.compile("\\{\\{([a-z]+)}}");

  /** The bytes of the page: HTML in UTF-8. */
  public byte[] encode() {
    return page().getBytes(StandardCharsets.UTF_8);
  }

  private String page() {
    String style = PageResources.style();
    String script = PageResources.script();
    Map<String, String> parts =
        Map.of(
            "policy", Html.escaped(ContentPolicy.allowing(script, style)),
            "title", Html.escaped("Report: " + figures.folder()),
            "style", style,
            "headline", headline(),
            "contents", contents(),
            "sections", sectionsText(),
            "program", Html.escaped(figures.program()),
            "licence", Html.escaped(PageResources.licence()),
            "figures", ReportJson.forHtml(figures),
            "script", script);
    // In one go, so that a gap in what is put in stays what it is: text.
    return GAP.matcher(PageResources.template())
        .replaceAll(
            gap -> Matcher.quoteReplacement(Objects.requireNonNull(parts.get(gap.group(1)))));
  }

  private String headline() {
    Html html = new Html();
    Headline.write(figures, html);
    return html.toString();
  }

  private String contents() {
    Html html = new Html();
    for (Section section : sections()) {
      html.open("li").element("a", section.title(), "href", "#" + section.id()).close("li");
    }
    return html.toString();
  }

  private String sectionsText() {
    Html html = new Html();
    for (Section section : sections()) {
      String heading = section.id() + "-heading";
      html.open("section", "id", section.id(), "aria-labelledby", heading);
      html.element("h2", section.title(), "id", heading);
      section.write(html);
      html.close("section");
    }
    return html.toString();
  }

  private List<Section> sections() {
    Records records = new Records(links);
    return Stream.of(
            new LatencySection(figures),
            new TrafficSection(figures),
            new WaterfallSection(figures, records),
            new ErrorSection(figures, records),
            new StatusSection(figures, records),
            new SizeSection(figures),
            new StudySection(figures),
            new ConnectionSection(figures),
            new SheetSection(sheet, records))
        .filter(section -> !section.isEmpty())
        .toList();
  }
}
