package dev.dicomwebdump.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a secret from the file that {@code @FILE} names, and takes it in no other way. */
final class SecretFileConverter implements ITypeConverter<Secret> {

  @Override
  public Secret convert(String text) {
    if (!text.startsWith("@")) {
      throw new TypeConversionException("write @FILE: a secret must not stand on a command line");
    }
    return new SecretConverter().convert(text);
  }
}
