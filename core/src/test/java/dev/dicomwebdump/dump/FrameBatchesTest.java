package dev.dicomwebdump.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.archive.FrameSpan;
import dev.dicomwebdump.resource.Uid;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameBatchesTest {

  @ParameterizedTest
  @CsvSource({
    "1, 4, '', '', 1 2 3 4",
    "3, 7, '', '', 1-3 4-6 7",
    "100, 7, '', '', 1-7",
    "1, 7, 2-4, '', 1 2-4 5 6 7",
    "3, 8, 4-6, '', 1-3 4-6 7-8",
    "5, 8, 4-6, '', 1-3 4-6 7-8",
    "5, 6, '', 3 4, 1-2 3 4 5-6",
    "5, 5, 4-9, '', 1-3 4-5",
  })
  void whatIsThereDecidesBeforeTheWish(
      int most, int last, String held, String alone, String requests) {
    List<FrameSpan> spans = words(held).map(FrameBatchesTest::span).toList();
    Set<Integer> singles = words(alone).map(Integer::valueOf).collect(Collectors.toSet());
    FrameBatches batches = new FrameBatches(() -> most, spans, singles::contains);

    List<String> asked = new ArrayList<>();
    for (int first = 1; first <= last; ) {
      int end = batches.end(first, last);
      asked.add(end == first ? "" + first : first + "-" + end);
      first = end + 1;
    }
    assertThat(String.join(" ", asked)).isEqualTo(requests);
  }

  @Test
  void theNumberOfFramesMayBeAnything() {
    FrameBatches batches = FrameBatches.anew(() -> 1000);

    assertThat(batches.end(Integer.MAX_VALUE - 1, Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void anInstanceThatRefusesListsIsAskedFrameByFrameAndAfterThreeAllAre() {
    BatchSize size = new BatchSize(50);
    Uid first = new Uid("1");
    size.refused(first);

    assertThat(size.most(first)).isEqualTo(1);
    assertThat(size.most(new Uid("4"))).isEqualTo(50);
    size.refused(new Uid("2"));
    size.refused(new Uid("3"));
    assertThat(size.most(new Uid("4"))).isEqualTo(1);
  }

  @Test
  void aListThatWasAnsweredShowsThatTheServerTakesThem() {
    BatchSize size = new BatchSize(50);
    size.taken();
    Stream.of("1", "2", "3").forEach(uid -> size.refused(new Uid(uid)));

    assertThat(size.most(new Uid("3"))).isEqualTo(1);
    assertThat(size.most(new Uid("4"))).isEqualTo(50);
  }

  private static Stream<String> words(String words) {
    return words.isEmpty() ? Stream.of() : Stream.of(words.split(" "));
  }

  private static FrameSpan span(String range) {
    String[] ends = range.split("-", -1);
    return new FrameSpan(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
  }
}
