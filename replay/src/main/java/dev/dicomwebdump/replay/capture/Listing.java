package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** What there is, for people and for programs. */
final class Listing {

  private static final String STYLE =
      "body{font:16px/1.5 system-ui,sans-serif;margin:2em auto;max-width:60em;padding:0 1em}"
          + "code,td{font-family:ui-monospace,monospace;font-size:.9em}td{padding-right:2em}";

  private final DumpFiles files;
  private final RecordedRoots roots;

  Listing(DumpFiles files, RecordedRoots roots) {
    this.files = files;
    this.roots = roots;
  }

  Answer answer(Asking asking) throws IOException {
    boolean page = asking.accept().contains("text/html");
    return page
        ? Answer.made(200, "text/html; charset=utf-8", Content.of(html()))
        : Answer.made(200, "application/json", Content.of(json(asking.origin())));
  }

  private String json(String origin) throws IOException {
    String urls =
        roots.prefixes().stream()
            .map(prefix -> JsonStrings.quoted(origin + prefix))
            .collect(Collectors.joining(","));
    String recorded =
        roots.all().stream()
            .map(root -> JsonStrings.quoted(root.origin() + root.prefix()))
            .distinct()
            .collect(Collectors.joining(","));
    String studies =
        files.studies().stream()
            .map(study -> JsonStrings.quoted(study.value()))
            .collect(Collectors.joining(","));
    return "{\"roots\":["
        + urls
        + "],\"recordedFrom\":["
        + recorded
        + "],\"studies\":["
        + studies
        + "]}\n";
  }

  private String html() throws IOException {
    String prefix = roots.prefixes().get(0);
    List<Uid> studies = files.studies();
    StringBuilder page = new StringBuilder("<!doctype html><meta charset=utf-8>");
    page.append("<title>dicomweb-dump</title><style>").append(STYLE).append("</style>");
    page.append("<h1>A replayed DICOMweb server</h1><p>Roots: ");
    for (String root : roots.prefixes()) {
      page.append("<code>").append(escaped(root)).append("/studies</code> ");
    }
    page.append("<p>").append(studies.size()).append(" studies:<table>");
    for (Uid study : studies) {
      String url = escaped(prefix) + "/studies/" + study;
      page.append("<tr><td>").append(study);
      page.append("<td><a href=\"").append(url).append("/metadata\">metadata</a>");
      page.append("<td><a href=\"").append(url).append("/series\">series</a>");
      page.append("<td><a href=\"").append(url).append("/instances\">instances</a>");
    }
    return page.append("</table>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
