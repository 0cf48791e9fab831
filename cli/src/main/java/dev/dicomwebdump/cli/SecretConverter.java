package dev.dicomwebdump.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a secret as it stands, or from the file that {@code @FILE} names. */
final class SecretConverter implements ITypeConverter<Secret> {

  @Override
  public Secret convert(String text) {
    try {
      return read(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /**
   * @throws IllegalArgumentException when there is nothing, or the file cannot be read
   */
  static Secret read(String text) {
    String value = text.startsWith("@") ? content(Path.of(text.substring(1))) : text;
    if (value.isBlank()) {
      throw new IllegalArgumentException("it is empty");
    }
    return new Secret(value.strip());
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + file, e);
    }
  }
}
