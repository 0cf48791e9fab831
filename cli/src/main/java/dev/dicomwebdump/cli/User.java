package dev.dicomwebdump.cli;

import org.jspecify.annotations.Nullable;

/**
 * Who logs in by name. The password is never shown.
 *
 * @param name the user's name
 * @param given the password; null when it was not given with the name
 */
record User(String name, @Nullable String given) {

  /** Reads {@code name} or {@code name:password}. */
  static User parse(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new User(text, null)
        : new User(text.substring(0, colon), text.substring(colon + 1));
  }

  /** The password that was given; empty when none was. */
  String givenPassword() {
    return given == null ? "" : given;
  }

  /**
   * The password: as given, else from the environment, else as typed.
   *
   * @throws IllegalArgumentException when there is none
   */
  String password(Surroundings around) {
    if (given != null) {
      return given;
    }
    String known = around.variable("DICOMWEB_PASSWORD");
    String password = known == null ? around.passwordFor().apply(name) : known;
    if (password == null) {
      throw new IllegalArgumentException(
          "--user needs a terminal to ask for the password, or DICOMWEB_PASSWORD");
    }
    return password;
  }

  @Override
  public String toString() {
    return name;
  }
}
