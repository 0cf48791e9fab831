package dev.dicomwebdump.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a rate such as 10/s, 0.5/s or 90/m, and gives the time from one to the next. */
final class RateConverter implements ITypeConverter<Duration> {

  private static final Pattern RATE = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?)/([smh])");

  @Override
  public Duration convert(String text) {
    Matcher found = RATE.matcher(text.strip());
    if (!found.matches() || new BigDecimal(found.group(1)).signum() == 0) {
      throw new TypeConversionException("\"" + text + "\" is no rate: write 10/s, 0.5/s or 90/m");
    }
    BigDecimal unit = BigDecimal.valueOf(unit(found.group(2)).toNanos());
    return Duration.ofNanos(
        unit.divide(new BigDecimal(found.group(1)), 0, RoundingMode.CEILING).longValueExact());
  }

  private static Duration unit(String name) {
    return switch (name) {
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      default -> Duration.ofHours(1);
    };
  }
}
