package dev.dicomwebdump.cli;

import dev.dicomwebdump.resource.DicomWebRoot;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a server's root URL. */
final class RootConverter implements ITypeConverter<DicomWebRoot> {

  @Override
  public DicomWebRoot convert(String text) {
    try {
      return DicomWebRoot.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
