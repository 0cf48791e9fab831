package dev.dicomwebdump.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordLinksTest {

  @ParameterizedTest
  @CsvSource({
    "/a/report.html,      /a/dump,       ./dump/1.2/metadata.dump.json",
    "/a/dump/report.html, /a/dump,       ./1.2/metadata.dump.json",
    "/a/b/report.html,    /a/c/dump,     ./../c/dump/1.2/metadata.dump.json",
    "/report.html,        /a/../dump/,   ./dump/1.2/metadata.dump.json",
    "/a/report.html,      /a/jürg & 50%, ./j%c3%bcrg%20%26%2050%25/1.2/metadata.dump.json",
    "/a/report.html,      /a/x:y?z#1,    ./x%3ay%3fz%231/1.2/metadata.dump.json",
  })
  void leadFromThePageToTheRecord(Path page, Path folder, String link) {
    assertThat(RecordLinks.between(page, folder).to("1.2/metadata.dump.json")).isEqualTo(link);
  }

  @Test
  void noRecordsNameLeadsElsewhere() {
    RecordLinks links = RecordLinks.between(Path.of("/a/report.html"), Path.of("/a"));

    assertThat(links.to("javascript:alert(1)")).isEqualTo("./javascript%3aalert%281%29");
    assertThat(links.to("//host/x\"><b>")).isEqualTo(".///host/x%22%3e%3cb%3e");
  }
}
