package dev.dicomwebdump.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AskCollectorTest {

  private static final Resource METADATA = Resource.studyMetadata(new Uid("1"));

  @Test
  void fewAreAllKeptInTheirOrder() {
    AskList list = collect(10, 10);

    assertThat(list.isSample()).isFalse();
    assertThat(list.asks()).hasSize(11).first().isEqualTo(Asks.of(METADATA));
    assertThat(numbers(list)).isEqualTo(IntStream.rangeClosed(1, 10).boxed().toList());
  }

  @Test
  void ofManyOfAKindASampleIsKeptInItsOrder() {
    AskList list = collect(100, 10_000);
    List<Integer> numbers = numbers(list);

    assertThat(list.isSample()).isTrue();
    assertThat(list.allFound()).isEqualTo(10_001);
    assertThat(list.found()).containsEntry(ResourceKind.FRAME, 10_000L);
    assertThat(list.asks()).hasSize(101).contains(Asks.of(METADATA));
    assertThat(numbers).isSorted().doesNotHaveDuplicates();
    assertThat(numbers.stream().mapToInt(Integer::intValue).average().orElseThrow())
        .isCloseTo(5000, within(900.0));
  }

  @Test
  void theSameSeedGivesTheSameSample() {
    assertThat(collect(50, 1000)).isEqualTo(collect(50, 1000));
  }

  private static AskList collect(int most, int frames) {
    AskCollector collector = new AskCollector(most, 5);
    collector.add(Asks.of(METADATA));
    for (int n = 1; n <= frames; n++) {
      collector.add(Asks.of(Resource.frame(new Uid("1"), new Uid("2"), new Uid("3"), n)));
    }
    return collector.list();
  }

  private static List<Integer> numbers(AskList list) {
    return list.of(Set.of(ResourceKind.FRAME)).stream()
        .map(ask -> ask.resource().frames().get(0))
        .toList();
  }
}
