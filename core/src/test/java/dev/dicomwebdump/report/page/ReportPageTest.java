package dev.dicomwebdump.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.report.ReportFigures;
import dev.dicomwebdump.report.sheet.ContactSheet;
import dev.dicomwebdump.report.sheet.Thumbnail;
import dev.dicomwebdump.report.sheet.Tile;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPageTest {

  private static final RecordLinks LINKS =
      RecordLinks.between(Path.of("/a/report.html"), Path.of("/a/dump"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        "\"><script>alert(1)</script>",
        "' onmouseover='alert(1)",
        "<!--<script>",
        "{{figures}}",
        "$1\\",
        "javascript:alert(1)",
        "https://evil.example/x.js",
        "\u202Egnp.exe",
      })
  void nothingOfACaptureBecomesMarkup(String text) {
    String harmless = page(Figures.with("harmless"), LINKS, sheet("harmless"));
    String hostile = page(Figures.with(text), LINKS, sheet(text));

    assertThat(tags(hostile)).isEqualTo(tags(harmless));
    assertThat(hostile).doesNotContain("<img src=x");
    assertThat(withoutTexts(hostile)).doesNotContain("\u202E");
  }

  @Test
  void nothingIsLoadedFromAnywhere() {
    String page = page(Figures.with("text"), LINKS, sheet("why"));

    assertThat(matches(page, "(?:src|srcset|data|poster|action|href)=\"([^\"#]*)"))
        .isNotEmpty()
        .allMatch(link -> link.isEmpty() || link.startsWith("data:") || link.startsWith("./"));
    String parts = withoutTexts(page);
    assertThat(matches(parts, "(@import|url\\(|<iframe|<object|<embed|<link(?! rel=\"icon\"))"))
        .isEmpty();
    assertThat(
            matches(parts, "(fetch\\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|import\\()"))
        .isEmpty();
  }

  @Test
  void thePolicyLetsOnlyThisScriptAndThisStyleWork() throws Exception {
    String page = page(Figures.with("text"), LINKS, new ContactSheet(List.of(), Map.of()));
    String policy = matches(page, "Content-Security-Policy\" content=\"([^\"]*)").get(0);

    assertThat(matches(page, "(<script)")).hasSize(2);
    assertThat(policy.replace("&#39;", "'"))
        .isEqualTo(
            "default-src 'none'; script-src '%s'; style-src '%s'; img-src data:; base-uri 'none'; form-action 'none'"
                .formatted(
                    digest(matches(page, "<script>([^\\x00]*?)</script>").get(0)),
                    digest(matches(page, "<style>([^\\x00]*?)</style>").get(0))));
  }

  @Test
  void figuresWithoutRecordsHaveNoLinks() {
    String page = page(Figures.with("1.2/metadata.dump.json"), null, null);

    assertThat(matches(page, "href=\"([^\"#]+)")).containsExactly("data:,");
    assertThat(page).contains("data-records=\"\"").doesNotContain("Contact sheet");
  }

  @Test
  void whatHasNoFiguresIsLeftOut() {
    String page = page(Figures.none(), LINKS, new ContactSheet(List.of(), Map.of()));

    assertThat(matches(page, "<section id=\"([^\"]*)")).containsExactly("problems");
    assertThat(page).contains("No request had a problem.");
  }

  @Test
  void everyPartHasItsHeadingAndALink() {
    String page = page(Figures.with("text"), LINKS, sheet("why"));
    List<String> sections = matches(page, "<section id=\"([^\"]*)");

    assertThat(sections)
        .containsExactly(
            "latency",
            "traffic",
            "waterfall",
            "problems",
            "statuses",
            "sizes",
            "studies",
            "connections",
            "sheet");
    assertThat(matches(page, "href=\"#([^\"]*)")).containsExactlyElementsOf(withMain(sections));
    assertThat(matches(page, "<h2 id=\"([^\"]*)-heading")).isEqualTo(sections);
  }

  @Test
  void thePicturesAreSaidToBeOfPatients() {
    String page = page(Figures.with("text"), LINKS, sheet("why"));

    assertThat(page)
        .contains("images of patients", "--no-images", "alt=\"Frame 3 of instance 1.2.3.4\"")
        .contains("href=\"./dump/1.2/record\"");
  }

  @Test
  void theLicenceOfTheLibraryIsThere() {
    assertThat(page(Figures.none(), null, null)).contains("Permission is hereby granted");
  }

  private static List<String> withMain(List<String> sections) {
    List<String> all = new ArrayList<>(List.of("main"));
    all.addAll(sections);
    return all;
  }

  private static ContactSheet sheet(String why) {
    Resource instance =
        Resource.instanceMetadata(new Uid("1.2"), new Uid("1.2.3"), new Uid("1.2.3.4"));
    Thumbnail thumbnail = new Thumbnail("data:image/png;base64,AAAA", 3, 4);
    return new ContactSheet(
        List.of(new Tile(instance, 3, "1.2/record", thumbnail)), Map.of(why, 1));
  }

  private static String page(
      ReportFigures figures, @Nullable RecordLinks links, @Nullable ContactSheet sheet) {
    return new String(new ReportPage(figures, links, sheet).encode(), StandardCharsets.UTF_8);
  }

  /** The tags with the names of their attributes. */
  private static List<String> tags(String page) {
    return matches(withoutTexts(page), "<(/?[a-z0-9]+[^>]*)>").stream()
        .map(tag -> tag.replaceAll("=\"[^\"]*\"", ""))
        .toList();
  }

  /** The page without the library, its licence and the JSON. */
  private static String withoutTexts(String page) {
    return page.replaceAll("(?s)<script>.*?</script>", "<script></script>")
        .replaceAll("(?s)(<script type=\"application/json\"[^>]*>)[^<]*</script>", "$1</script>");
  }

  private static List<String> matches(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(ReportPageTest::first).toList();
  }

  private static String first(MatchResult match) {
    return match.group(1);
  }

  private static String digest(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
