package dev.dicomwebdump.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.resource.Uid;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceCensusTest {

  private static final Uid ONE = new Uid("1.2.1");
  private static final Uid TWO = new Uid("1.2.2");

  @Test
  void theOrderOfInstancesDoesNotMatter() {
    assertThat(InstanceCensus.of(List.of(ONE, TWO)))
        .isEqualTo(InstanceCensus.of(List.of(TWO, ONE)))
        .hasSameHashCodeAs(InstanceCensus.of(List.of(TWO, ONE)));
  }

  @ParameterizedTest
  @CsvSource({"1, 8", "2, 7"})
  void anotherNumberOrOtherInstancesAreAnotherCensus(long instances, long fingerprint) {
    assertThat(new InstanceCensus(instances, fingerprint)).isNotEqualTo(new InstanceCensus(1, 7));
  }
}
