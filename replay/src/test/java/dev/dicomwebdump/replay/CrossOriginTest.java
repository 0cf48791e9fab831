package dev.dicomwebdump.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Header;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossOriginTest {

  private static final List<Header> RECORDED =
      List.of(new Header("Access-Control-Allow-Origin", "*"), new Header("ETag", "1"));

  @ParameterizedTest
  @CsvSource({
    "http://viewer.example, http://page.example, http://viewer.example",
    "*,                     http://page.example, *",
    ",                      http://page.example, ",
    ",                      ,                    *"
  })
  void aPageIsToldOurOwnWordOnly(
      @Nullable String allowed, @Nullable String origin, @Nullable String told) {
    List<Header> fields = new CrossOrigin(allowed).fields(RECORDED, origin);

    assertThat(fields).contains(new Header("ETag", "1"));
    assertThat(fields)
        .filteredOn(field -> field.is("Access-Control-Allow-Origin"))
        .extracting(Header::value)
        .containsExactlyElementsOf(told == null ? List.of() : List.of(told));
  }
}
