package dev.dicomwebdump.cli;

import picocli.CommandLine.ITypeConverter;

/** Reads a user's name, with or without password. */
final class UserConverter implements ITypeConverter<User> {

  @Override
  public User convert(String text) {
    return User.parse(text);
  }
}
