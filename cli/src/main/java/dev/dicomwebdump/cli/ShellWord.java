package dev.dicomwebdump.cli;

import java.util.regex.Pattern;

/** An argument as a POSIX shell reads it, so that what is shown can be copied. */
final class ShellWord {

  private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+,=-]+");

  private ShellWord() {}

  static String of(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
