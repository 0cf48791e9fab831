package dev.dicomwebdump.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time such as 500ms, 10s, 5m or 1h, up to 24 days; a bare number is seconds. */
final class DurationConverter implements ITypeConverter<Duration> {

  private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m|h)?");

  /** The transport counts milliseconds in 31 bits. */
  private static final Duration LONGEST = Duration.ofDays(24);

  @Override
  public Duration convert(String text) {
    Matcher found = TIME.matcher(text.strip());
    if (!found.matches()) {
      throw new TypeConversionException("\"" + text + "\" is no time: write 500ms, 10s, 5m or 1h");
    }
    Duration time =
        of(Long.parseLong(found.group(1)), found.group(2) == null ? "s" : found.group(2));
    if (time.compareTo(LONGEST) > 0) {
      throw new TypeConversionException("a time can be 24 days at most");
    }
    if (time.isZero()) {
      throw new TypeConversionException("a time must be longer than nothing");
    }
    return time;
  }

  private static Duration of(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofSeconds(amount);
    };
  }
}
