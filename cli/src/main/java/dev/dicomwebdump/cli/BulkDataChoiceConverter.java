package dev.dicomwebdump.cli;

import dev.dicomwebdump.dump.BulkDataOptions.Choice;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads which bulk data is wanted: {@code none}, {@code no-pixel} or {@code all}. */
final class BulkDataChoiceConverter implements ITypeConverter<Choice> {

  @Override
  public Choice convert(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "none" -> Choice.NONE;
      case "no-pixel" -> Choice.NO_PIXEL;
      case "all" -> Choice.ALL;
      default -> throw new TypeConversionException("it is none of none, no-pixel, all: " + word);
    };
  }
}
