package dev.dicomwebdump.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Reads a time, or 0, with a unit or without, for none at all. */
final class OutageConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    return text.strip().matches("0+(ms|s|m|h)?")
        ? Duration.ZERO
        : new DurationConverter().convert(text);
  }
}
