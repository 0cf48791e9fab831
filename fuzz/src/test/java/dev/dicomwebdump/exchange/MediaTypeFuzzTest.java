package dev.dicomwebdump.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any text at all, as a Content-Type. */
class MediaTypeFuzzTest {

  @FuzzTest(maxDuration = "2m")
  void anyTextIsSomeType(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    MediaType type = MediaType.parse(text);

    assertThat(type.type()).doesNotContain(";");
    assertThat(type.parameters().keySet()).noneMatch(name -> name.contains(";"));
    String syntax = type.transferSyntax();
    assertThat(syntax == null || text.contains(syntax) || text.contains("\\")).isTrue();
  }
}
