package dev.dicomwebdump.cli;

import dev.dicomwebdump.record.Keep;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what is kept of a response. To keep nothing is an option of its own. */
final class KeepConverter implements ITypeConverter<Keep> {

  @Override
  public Keep convert(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "body" -> Keep.BODY;
      case "parts" -> Keep.PARTS;
      default -> throw new TypeConversionException("\"" + text + "\" is neither body nor parts");
    };
  }
}
