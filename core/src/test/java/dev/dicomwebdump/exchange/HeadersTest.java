package dev.dicomwebdump.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeadersTest {

  private final Headers headers =
      new Headers(List.of(new Header("A", "1"), new Header("b", "2"), new Header("a", "3")));

  @Test
  void namesIgnoreCaseAndTheFirstCounts() {
    assertThat(headers.first("a")).isEqualTo("1");
    assertThat(headers.first("B")).isEqualTo("2");
    assertThat(headers.first("c")).isNull();
  }

  @Test
  void orderAndDuplicatesAreKept() {
    assertThat(headers).extracting(Header::value).containsExactly("1", "2", "3");
  }

  @Test
  void aFieldTakesThePlaceOfAllOfItsName() {
    assertThat(headers.with("A", "4")).containsExactly(new Header("b", "2"), new Header("A", "4"));
    assertThat(headers.without("a")).containsExactly(new Header("b", "2"));
    assertThat(headers).hasSize(3);
  }
}
