package dev.dicomwebdump.credentials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A netrc file, as ftp, curl and git read it: {@code machine}, {@code default}, {@code login},
 * {@code password}, {@code account} (unused) and {@code macdef} (passed over). Words may be quoted.
 * Immutable.
 */
public final class Netrc {

  private static final Pattern MACRO =
      Pattern.compile("(?m)^\\s*macdef\\b[^\\n]*\\n(?:[^\\n]*\\S[^\\n]*(?:\\n|\\z))*");
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");
  private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");

  private final List<Entry> entries;

  private Netrc(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when it is not a netrc file; the message shows nothing of it
   */
  public static Netrc read(Path file) throws IOException {
    try {
      return parse(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + " is not a netrc file: " + e.getMessage(), e);
    }
  }

  static Netrc parse(String text) {
    String plain = COMMENT.matcher(text.replace("\r\n", "\n")).replaceAll("");
    Iterator<String> words = words(MACRO.matcher(plain).replaceAll("")).iterator();
    List<Entry> entries = new ArrayList<>();
    while (words.hasNext()) {
      read(words.next(), words, entries);
    }
    return new Netrc(entries);
  }

  /**
   * The Basic credentials for a host: of the first entry that names it, or else of the default
   * entry; null when there is none with a login and a password.
   */
  public @Nullable Credentials of(String host) {
    for (Entry entry : entries) {
      boolean matches = entry.machine == null || entry.machine.equalsIgnoreCase(host);
      if (matches && entry.login != null && entry.password != null) {
        return FixedCredentials.basic(entry.login, entry.password);
      }
    }
    return null;
  }

  private static void read(String word, Iterator<String> words, List<Entry> entries) {
    switch (word) {
      case "machine" -> entries.add(new Entry(next(words)));
      case "default" -> entries.add(new Entry(null));
      case "login" -> last(entries).login = next(words);
      case "password" -> last(entries).password = next(words);
      case "account" -> next(words);
      default -> throw new IllegalArgumentException("there is a word that it cannot have");
    }
  }

  private static String next(Iterator<String> words) {
    if (!words.hasNext()) {
      throw new IllegalArgumentException("it ends too early");
    }
    return words.next();
  }

  private static Entry last(List<Entry> entries) {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("it does not begin with a machine");
    }
    return entries.get(entries.size() - 1);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher found = WORD.matcher(text);
    while (found.find()) {
      String quoted = found.group(1);
      words.add(quoted == null ? found.group(2) : quoted.replaceAll("\\\\(.)", "$1"));
    }
    return words;
  }

  private static final class Entry {
    private final @Nullable String machine;
    private @Nullable String login;
    private @Nullable String password;

    Entry(@Nullable String machine) {
      this.machine = machine;
    }
  }
}
