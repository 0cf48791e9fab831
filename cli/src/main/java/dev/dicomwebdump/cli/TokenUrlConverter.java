package dev.dicomwebdump.cli;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a URL, and shows nothing of what is none. */
final class TokenUrlConverter implements ITypeConverter<URI> {

  @Override
  public URI convert(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new TypeConversionException("it is not a URL");
    }
  }
}
