package dev.dicomwebdump.report.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, bytes, times and rates as people read them; a kilobyte is 1,000 bytes. */
final class Quantity {

  /** A number and its unit stay in one line. */
  private static final String BLANK = "\u00A0";

  private static final String[] BYTES = {"kB", "MB", "GB", "TB", "PB", "EB"};
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Quantity() {}

  /** A number with commas between thousands. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** So many of them, in words: {@code 1 study}, {@code 2 studies}. */
  static String count(long number, String one, String more) {
    return number(number) + " " + (number == 1 ? one : more);
  }

  /** Bytes, with three digits that count. */
  static String bytes(long bytes) {
    return bytes((double) bytes);
  }

  /** Bytes, not a whole number of them, with three digits that count. */
  static String bytes(double bytes) {
    if (bytes < 1000) {
      return Math.round(bytes) + BLANK + "B";
    }
    double amount = bytes / 1000;
    int unit = 0;
    while (amount >= 999.5 && unit < BYTES.length - 1) {
      amount /= 1000;
      unit++;
    }
    return threeDigits(amount) + BLANK + BYTES[unit];
  }

  /** A time in the unit that fits, with three digits that count. */
  static String time(Duration time) {
    double milliseconds = time.toNanos() / 1e6;
    if (milliseconds < 0.9995) {
      return Math.round(milliseconds * 1000) + BLANK + "µs";
    }
    if (milliseconds < 999.5) {
      return threeDigits(milliseconds) + BLANK + "ms";
    }
    if (milliseconds < 59_950) {
      return threeDigits(milliseconds / 1000) + BLANK + "s";
    }
    long seconds = Math.round(milliseconds / 1000);
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d" + BLANK + "min", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d" + BLANK + "h", seconds / 3600, seconds / 60 % 60);
  }

  /** How many in a second. */
  static String rate(double each) {
    return (each < 999.5 ? threeDigits(each) : number(Math.round(each))) + "/s";
  }

  /** A moment, to the second, in UTC. */
  static String moment(Instant moment) {
    return MOMENT.format(moment);
  }

  private static String threeDigits(double amount) {
    int decimals = amount < 9.995 ? 2 : amount < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f", amount);
  }
}
