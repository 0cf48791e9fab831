package dev.dicomwebdump.report;

import static dev.dicomwebdump.report.Exchanges.exchange;
import static dev.dicomwebdump.report.Exchanges.timings;
import static dev.dicomwebdump.report.Exchanges.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangePickerTest {

  private static final int MANY = 20_000;

  /** One a millisecond; each hundredth is slow, each seventh fails. */
  private static List<ExchangeFigures> exchanges(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                told(
                        "frames/" + i,
                        exchange(i, i % 7 == 0 ? 503 : 200, timings(i % 100 == 0 ? i : 1, 0), 1))
                    .figures())
        .toList();
  }

  private static ExchangePicker picker(List<ExchangeFigures> exchanges) {
    ExchangePicker picker = new ExchangePicker();
    exchanges.forEach(picker::add);
    return picker;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 501, ExchangeSelection.MOST})
  void ofFewAllAreShown(int count) {
    ExchangeSelection selection = picker(exchanges(count)).selection();

    assertThat(selection.shown()).isEqualTo(exchanges(count));
    assertThat(selection.isWhole()).isTrue();
    assertThat(selection.rule()).isEqualTo("all exchanges");
  }

  @Test
  void ofManyTheFirstTheSlowestAndSomeWithAProblemAreAmongThem() {
    List<ExchangeFigures> all = exchanges(MANY);
    ExchangeSelection selection = picker(all).selection();
    List<ExchangeFigures> shown = selection.shown();

    assertThat(shown).hasSize(ExchangeSelection.MOST).doesNotHaveDuplicates();
    assertThat(shown).isSortedAccordingTo(Comparator.comparing(ExchangeFigures::started));
    assertThat(shown).containsAll(all.subList(0, ExchangeSelection.FIRST));
    assertThat(shown)
        .containsAll(all.stream().filter(one -> one.took().toMillis() >= 1000).toList());
    assertThat(shown.stream().filter(one -> one.problem() != null))
        .hasSizeGreaterThanOrEqualTo(ExchangeSelection.FAILED);
    assertThat(selection.total()).isEqualTo(MANY);
    assertThat(selection.rule()).startsWith("2000 of 20000 exchanges: the first 500");
  }

  @Test
  void theOthersAreDrawnFromAllOfThem() {
    long[] ofEachTenth = new long[10];
    for (ExchangeFigures shown : picker(exchanges(MANY)).selection().shown()) {
      ofEachTenth[Integer.parseInt(shown.record().substring(7)) / (MANY / 10)]++;
    }

    assertThat(Arrays.stream(ofEachTenth)).allMatch(count -> count > 50);
  }

  @Test
  void theOrderInWhichTheyComeIsNoMatter() {
    List<ExchangeFigures> shuffled = new ArrayList<>(exchanges(MANY));
    Collections.shuffle(shuffled, new Random(1));

    assertThat(picker(shuffled).selection()).isEqualTo(picker(exchanges(MANY)).selection());
    assertThat(picker(shuffled).slowest()).isEqualTo(picker(exchanges(MANY)).slowest());
  }

  @Test
  void theSlowestComeFirst() {
    assertThat(picker(exchanges(MANY)).slowest())
        .hasSize(ReportFigures.MOST_SLOWEST)
        .first()
        .returns("frames/19900", ExchangeFigures::record);
  }
}
