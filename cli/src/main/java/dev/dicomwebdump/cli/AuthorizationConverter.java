package dev.dicomwebdump.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a credential as it stands, or from the file that {@code @FILE} names. */
final class AuthorizationConverter implements ITypeConverter<@Nullable Authorization> {

  @Override
  public @Nullable Authorization convert(String text) {
    String value = text.startsWith("@") ? read(Path.of(text.substring(1))) : text.strip();
    if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new TypeConversionException("the value has characters that no header may have");
    }
    return value.isEmpty() ? null : new Authorization(value);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new TypeConversionException("cannot read " + file);
    }
  }
}
