package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WantedSyntaxTest {

  @Test
  void isEqualByItsText() {
    assertThat(new WantedSyntax("*"))
        .isEqualTo(WantedSyntax.AS_STORED)
        .hasSameHashCodeAs(WantedSyntax.AS_STORED)
        .isNotEqualTo(WantedSyntax.SERVERS_DEFAULT);
  }
}
