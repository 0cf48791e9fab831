package dev.dicomwebdump.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameRangesTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "1 2 3 7, '1-3,7', 4",
    "3 1 2, 1-3, 3",
    "1 3, '1,3', 2",
    "1 3 2, 1-3, 3",
    "5 5 5, 5, 1",
    "1 2 3 2, 1-3, 3",
    "10 9 8 1, '1,8-10', 4",
    "2147483647 2147483646, 2147483646-2147483647, 2"
  })
  void neighboursAreOneRange(String numbers, String ranges, long count) {
    FrameRanges frames = new FrameRanges();
    Stream.of(numbers.split(" ")).map(Integer::valueOf).forEach(frames::add);

    assertThat(frames).hasToString(ranges);
    assertThat(frames.count()).isEqualTo(count);
  }

  @Test
  void theOrderDoesNotMatter() {
    List<Integer> numbers = new ArrayList<>(IntStream.rangeClosed(1, 1250).boxed().toList());
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(numbers, new Random(seed));
      FrameRanges frames = new FrameRanges();
      long kept = numbers.stream().filter(frames::add).count();

      assertThat(kept).isEqualTo(1250);
      assertThat(frames).hasToString("1-1250");
    }
  }

  @Test
  void oneRangeTooManyIsLeftOutButARangeMayStillGrow() {
    FrameRanges frames = new FrameRanges();
    for (int i = 1; i <= FrameRanges.MAX_RANGES; i++) {
      assertThat(frames.add(3 * i)).isTrue();
    }

    assertThat(frames.add(100_000)).isFalse();
    assertThat(frames.add(4)).isTrue();
    assertThat(frames.add(5)).isTrue();
    assertThat(frames.toString()).startsWith("3-6,9,12");
    assertThat(frames.add(100_000)).isTrue();
    assertThat(frames.count()).isEqualTo(FrameRanges.MAX_RANGES + 3);
  }
}
