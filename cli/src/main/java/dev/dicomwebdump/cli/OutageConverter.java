package dev.dicomwebdump.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Reads a time, or 0 for none at all. */
final class OutageConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    return text.strip().equals("0") ? Duration.ZERO : new DurationConverter().convert(text);
  }
}
