package dev.dicomwebdump.crawl;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days from one to another, as a search matches them: PS3.4 section C.2.2.2.5. Immutable.
 *
 * @param first the first day; null for an open beginning
 * @param last the last day, not before the first; null for an open end
 */
public record DateRange(@Nullable LocalDate first, @Nullable LocalDate last) {

  /** Open at both ends: to be divided, not to be searched for. */
  static final DateRange ALWAYS = new DateRange(null, null);

  private static final Pattern FORM = Pattern.compile("([0-9]{8})?(-)?([0-9]{8})?");
  private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

  /** Few archives hold much that is older; what does is found, in a few steps more. */
  private static final LocalDate FIRST_LIKELY = LocalDate.of(1995, 1, 1);

  public DateRange {
    if (first != null && last != null && last.isBefore(first)) {
      throw new IllegalArgumentException("the range of dates ends before it begins");
    }
  }

  /**
   * Reads {@code 20240101}, {@code 20240101-20240630}, {@code 20240101-} or {@code -20240630}.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  public static DateRange parse(String text) {
    Matcher matcher = FORM.matcher(text);
    String first = matcher.matches() ? matcher.group(1) : null;
    String last = matcher.matches() ? matcher.group(3) : null;
    if ((first == null && last == null) || (first != null && last != null && !text.contains("-"))) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is no range of dates: 20240101, 20240101-20240630, 20240101-,"
              + " -20240630");
    }
    return text.contains("-")
        ? new DateRange(day(first), day(last))
        : new DateRange(day(first), day(first));
  }

  private static @Nullable LocalDate day(@Nullable String eightDigits) {
    if (eightDigits == null) {
      return null;
    }
    LocalDate day = dayOrNull(eightDigits);
    if (day == null) {
      throw new IllegalArgumentException("there is no such day: " + eightDigits);
    }
    return day;
  }

  /** The day of a value of DICOM's (PS3.5 section 6.2), or null where it is none. */
  static @Nullable LocalDate dayOrNull(@Nullable String value) {
    String digits = value == null ? "" : value.replaceAll("[.-]", "");
    if (!digits.matches("[0-9]{8}")) {
      return null;
    }
    int number = Integer.parseInt(digits);
    try {
      return LocalDate.of(number / 10000, number / 100 % 100, number % 100);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Whether a day is in the range. */
  public boolean contains(LocalDate day) {
    return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
  }

  /**
   * The earlier and the later half; none when the range is a single day. Each day of the range is
   * in one of them. An open end is divided where studies are likely to be.
   *
   * @param today where studies are likely to end
   */
  List<DateRange> halves(LocalDate today) {
    LocalDate from = first != null ? first : likelyFirst();
    LocalDate to = last != null ? last : today.isAfter(from) ? today : from.plusDays(1);
    if (!from.isBefore(to)) {
      return List.of();
    }
    LocalDate middle = from.plusDays(ChronoUnit.DAYS.between(from, to) / 2);
    return List.of(new DateRange(first, middle), new DateRange(middle.plusDays(1), last));
  }

  private LocalDate likelyFirst() {
    return last == null || last.isAfter(FIRST_LIKELY) ? FIRST_LIKELY : EARLIEST;
  }

  /** The range as a search has it: {@code 20240101-20240630}. */
  @Override
  public String toString() {
    return first != null && first.equals(last) ? digits(first) : digits(first) + "-" + digits(last);
  }

  private static String digits(@Nullable LocalDate day) {
    return day == null ? "" : day.toString().replace("-", "");
  }
}
