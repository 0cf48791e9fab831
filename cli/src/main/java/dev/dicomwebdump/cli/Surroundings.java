package dev.dicomwebdump.cli;

import dev.dicomwebdump.credentials.AwsKeys;
import java.io.Console;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a program finds beside its command line.
 *
 * @param environment the environment's variables
 * @param passwordFor asks a person for a user's password; gives null when nobody is there to answer
 * @param answerTo asks a person a question; gives null when nobody is there to answer
 */
record Surroundings(
    Map<String, String> environment,
    Function<String, @Nullable String> passwordFor,
    Function<String, @Nullable String> answerTo) {

  /** With nobody there to answer other questions than for a password. */
  Surroundings(Map<String, String> environment, Function<String, @Nullable String> passwordFor) {
    this(environment, passwordFor, question -> null);
  }

  static Surroundings ofProcess() {
    return new Surroundings(
        System.getenv(), Surroundings::askForPassword, Surroundings::askOnTerminal);
  }

  /** A variable of the environment; null when it is not there or blank. */
  @Nullable String variable(String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  /**
   * @throws IllegalArgumentException when they are not there
   */
  AwsKeys awsKeys() {
    String id = variable("AWS_ACCESS_KEY_ID");
    String secret = variable("AWS_SECRET_ACCESS_KEY");
    if (id == null || secret == null) {
      throw new IllegalArgumentException(
          "--aws-sigv4 needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment");
    }
    return new AwsKeys(id, secret, variable("AWS_SESSION_TOKEN"));
  }

  /** The launcher keeps Java to the kind of console that is there only with a terminal. */
  @SuppressWarnings("SystemConsoleNull")
  private static @Nullable String askForPassword(String user) {
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("Password for %s: ", user);
    return typed == null ? null : new String(typed);
  }

  @SuppressWarnings("SystemConsoleNull")
  private static @Nullable String askOnTerminal(String question) {
    Console console = System.console();
    return console == null ? null : console.readLine("%s ", question);
  }
}
