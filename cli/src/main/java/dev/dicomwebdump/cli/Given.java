package dev.dicomwebdump.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What the user gave for an option or a parameter, or what holds without it; known when the command
 * line has been read.
 */
final class Given<T extends @Nullable Object> {

  private final ArgSpec declared;

  Given(ArgSpec declared) {
    this.declared = declared;
  }

  T value() {
    return declared.getValue();
  }
}
