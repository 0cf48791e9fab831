package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Headers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the Retry-After header: RFC 9110 section 10.2.3. */
final class RetryAfter {

  /** About 30 years; no server means more, and it still fits into every type. */
  private static final int MOST_DIGITS = 9;

  private static final Duration MOST = Duration.ofSeconds(999_999_999);

  private RetryAfter() {}

  /**
   * How long the server asks to wait; zero for a date in the past; null when there is no such
   * header or it is neither seconds nor a date.
   *
   * @param now what a date is counted from
   */
  static @Nullable Duration read(Headers headers, Instant now) {
    String value = headers.first("Retry-After");
    if (value == null) {
      return null;
    }
    String text = value.strip();
    if (text.matches("[0-9]+")) {
      return seconds(text);
    }
    Instant date = date(text, now);
    if (date == null) {
      return null;
    }
    Duration wait = date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
    return wait.compareTo(MOST) < 0 ? wait : MOST;
  }

  private static Duration seconds(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > MOST_DIGITS
        ? MOST
        : Duration.ofSeconds(Long.parseLong(significant));
  }

  private static @Nullable Instant date(String text, Instant now) {
    try {
      return dates(now).parse(text, Instant::from);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Any of the three forms of RFC 9110 section 5.6.7. */
  private static DateTimeFormatter dates(Instant now) {
    LocalDate fiftyYearsAgo = now.atOffset(ZoneOffset.UTC).toLocalDate().minusYears(50);
    DateTimeFormatter rfc850 =
        new DateTimeFormatterBuilder()
            .appendPattern("EEEE, dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, fiftyYearsAgo)
            .appendPattern(" HH:mm:ss 'GMT'")
            .toFormatter(Locale.US);
    return new DateTimeFormatterBuilder()
        .appendOptional(DateTimeFormatter.RFC_1123_DATE_TIME)
        .appendOptional(rfc850)
        .appendOptional(DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US))
        .toFormatter(Locale.US)
        .withZone(ZoneOffset.UTC);
  }
}
