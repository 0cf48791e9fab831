package dev.dicomwebdump.cli;

import java.time.Duration;
import java.util.Locale;

/** Bytes, rates and times as people read them; a kilobyte is 1,000 bytes. */
final class Quantities {

  private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

  private Quantities() {}

  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double amount = bytes / 1000.0;
    int unit = 0;
    while (amount >= 999.95 && unit < UNITS.length - 1) {
      amount /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
  }

  static String rate(long bytes, Duration elapsed) {
    long millis = Math.max(1, elapsed.toMillis());
    return bytes((long) (bytes * 1000.0 / millis)) + "/s";
  }

  static String time(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 60) {
      return time.toMillis() < 10_000
          ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)
          : seconds + " s";
    }
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d h", seconds / 3600, seconds / 60 % 60);
  }
}
