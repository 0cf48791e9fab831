package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.Permissions;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads who may read the dump. */
final class PermissionsConverter implements ITypeConverter<Permissions> {

  @Override
  public Permissions convert(String text) {
    return switch (text) {
      case "owner" -> Permissions.OWNER_ONLY;
      case "umask" -> Permissions.UMASK;
      default -> throw new TypeConversionException("\"" + text + "\" is neither owner nor umask");
    };
  }
}
