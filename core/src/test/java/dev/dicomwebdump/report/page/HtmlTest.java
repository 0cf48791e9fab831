package dev.dicomwebdump.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <script>alert(1)</script> | &lt;script&gt;alert(1)&lt;/script&gt;
          "onload="x               | &quot;onload=&quot;x
          ' onload='x              | &#39; onload=&#39;x
          &lt;                     | &amp;lt;
          """)
  void whateverIsTextStaysText(String text, String escaped) {
    assertThat(new Html().text(text).toString()).isEqualTo(escaped);
    assertThat(new Html().open("a", "href", text).toString())
        .isEqualTo("<a href=\"" + escaped + "\">");
  }

  @Test
  void whatTurnsOrHidesTextIsShown() {
    assertThat(Html.escaped("a\u0000b\u202Ec\u200Bd\uD800e\tf\ng"))
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\ng");
    assertThat(Html.escaped("µs · 😀")).isEqualTo("µs · 😀");
  }
}
