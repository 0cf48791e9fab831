package dev.dicomwebdump.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Picks the exchanges that are shown one by one. Those drawn evenly are those whose record's path
 * has the smallest hash, so that neither chance nor the order of files decides. For one thread.
 */
final class ExchangePicker {

  private static final Comparator<ExchangeFigures> BY_PLACE =
      Comparator.comparing(ExchangeFigures::record).thenComparingInt(ExchangeFigures::attempt);
  private static final Comparator<ExchangeFigures> BY_TIME =
      Comparator.comparing(ExchangeFigures::started).thenComparing(BY_PLACE);
  private static final Comparator<ExchangeFigures> BY_LENGTH =
      Comparator.comparing(ExchangeFigures::took).reversed().thenComparing(BY_TIME);
  private static final Comparator<ExchangeFigures> EVENLY =
      Comparator.comparingLong(ExchangePicker::hash).thenComparing(BY_PLACE);

  private final Best<ExchangeFigures> first = new Best<>(ExchangeSelection.FIRST, BY_TIME);
  private final Best<ExchangeFigures> slowest = new Best<>(ExchangeSelection.SLOWEST, BY_LENGTH);
  private final Best<ExchangeFigures> failed = new Best<>(ExchangeSelection.FAILED, EVENLY);
  private final Best<ExchangeFigures> drawn = new Best<>(ExchangeSelection.MOST, EVENLY);
  private long total;

  void add(ExchangeFigures exchange) {
    total++;
    first.offer(exchange);
    slowest.offer(exchange);
    drawn.offer(exchange);
    if (exchange.problem() != null) {
      failed.offer(exchange);
    }
  }

  List<ExchangeFigures> slowest() {
    return slowest.inOrder().stream().limit(ReportFigures.MOST_SLOWEST).toList();
  }

  /** All of them where there are few, since then all are drawn. */
  ExchangeSelection selection() {
    Set<ExchangeFigures> picked = new LinkedHashSet<>(first.inOrder());
    picked.addAll(slowest.inOrder());
    picked.addAll(failed.inOrder());
    picked.addAll(drawn.inOrder());
    List<ExchangeFigures> shown =
        new ArrayList<>(picked.stream().limit(ExchangeSelection.MOST).toList());
    shown.sort(BY_TIME);
    return new ExchangeSelection(total, shown);
  }

  /** Spreads paths that are alike, as SplitMix64 does. */
  private static long hash(ExchangeFigures exchange) {
    long mixed = exchange.record().hashCode() * 31L + exchange.attempt();
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
