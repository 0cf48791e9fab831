package dev.dicomwebdump.report.sheet;

/**
 * Which values become which grey: the linear VOI LUT function of PS3.3 section C.11.2.1.2.1.
 *
 * @param center the value in the middle
 * @param width over how many values black goes to white; 1 or more
 */
record Window(double center, double width) {

  private static final int WHITE = 255;

  /** The one in which the least value is black and the greatest is white. */
  static Window spanning(double least, double greatest) {
    return new Window((least + greatest) / 2 + 0.5, greatest - least + 1);
  }

  /** The grey of a value, from 0 for black to 255. */
  int grey(double value) {
    double middle = center - 0.5;
    double half = (width - 1) / 2;
    if (value <= middle - half) {
      return 0;
    }
    return value > middle + half
        ? WHITE
        : (int) Math.round(((value - middle) / (width - 1) + 0.5) * WHITE);
  }
}
