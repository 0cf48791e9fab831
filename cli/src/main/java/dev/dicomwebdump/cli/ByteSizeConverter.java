package dev.dicomwebdump.cli;

import dev.dicomwebdump.exchange.ByteSize;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a size such as 500k, 20M, 4G or 1T, in units of 1024; a bare number is bytes. */
final class ByteSizeConverter implements ITypeConverter<ByteSize> {

  private static final Pattern SIZE =
      Pattern.compile("([0-9]{1,9})([KMGT]?)(?:I?B)?", Pattern.CASE_INSENSITIVE);

  @Override
  public ByteSize convert(String text) {
    Matcher found = SIZE.matcher(text.strip());
    if (!found.matches() || Long.parseLong(found.group(1)) == 0) {
      throw new TypeConversionException("\"" + text + "\" is no size: write 500k, 20M, 4G or 1T");
    }
    int power = " KMGT".indexOf(found.group(2).toUpperCase(Locale.ROOT).concat(" ").charAt(0));
    return new ByteSize(Long.parseLong(found.group(1)) << (10 * power));
  }
}
