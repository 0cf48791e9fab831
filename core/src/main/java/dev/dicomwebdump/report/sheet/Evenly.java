package dev.dicomwebdump.report.sheet;

import java.util.ArrayList;
import java.util.List;

/** Draws some of many, at even distances. */
final class Evenly {

  private Evenly() {}

  /**
   * So many of them, in their order: each is the middle one of its stretch.
   *
   * @param most how many at most; where there are no more, all
   */
  static <T> List<T> drawn(List<T> all, int most) {
    int count = Math.min(most, all.size());
    List<T> drawn = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      drawn.add(all.get((int) ((2L * at + 1) * all.size() / (2L * count))));
    }
    return drawn;
  }
}
