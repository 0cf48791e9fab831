package dev.dicomwebdump.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A media type with its parameters, as in Content-Type: RFC 9110 section 8.3.1. The reader is
 * lenient, since servers are not strict: what cannot be understood is left out. Immutable.
 *
 * @param type type and subtype in lower case, such as {@code multipart/related}; empty when none
 *     was given
 * @param parameters the parameters; names in lower case, values unquoted
 */
public record MediaType(String type, Map<String, String> parameters) {

  /** What an absent Content-Type is read as. */
  public static final MediaType NONE = new MediaType("", Map.of());

  public MediaType {
    parameters = Map.copyOf(parameters);
  }

  /** Reads a header's value; null is {@link #NONE}. */
  public static MediaType parse(@Nullable String text) {
    if (text == null) {
      return NONE;
    }
    Reader reader = new Reader(text);
    String type = reader.until(';').strip().toLowerCase(Locale.ROOT);
    Map<String, String> parameters = new HashMap<>();
    while (reader.skip(';')) {
      String name = reader.until('=').strip().toLowerCase(Locale.ROOT);
      if (reader.skip('=')) {
        parameters.putIfAbsent(name, reader.value());
      }
    }
    return new MediaType(type, parameters);
  }

  /** The value of a parameter, or null. */
  public @Nullable String parameter(String name) {
    return parameters.get(name);
  }

  /** Whether the type is {@code multipart/…}. */
  public boolean isMultipart() {
    return type.startsWith("multipart/");
  }

  /**
   * The transfer syntax that the type tells, or null. Some servers write it inside the quotes of
   * the {@code type} parameter, so it is looked for there too.
   */
  public @Nullable String transferSyntax() {
    String told = parameter("transfer-syntax");
    String inner = told == null ? parameter("type") : null;
    return inner != null && inner.indexOf(';') >= 0
        ? parse(inner).parameter("transfer-syntax")
        : told;
  }

  private static final class Reader {
    private final char[] text;
    private int at;

    Reader(String text) {
      this.text = text.toCharArray();
    }

    /** The text up to the given character or the next semicolon. */
    String until(char stop) {
      int from = at;
      int end = from;
      while (end < text.length && text[end] != stop && text[end] != ';') {
        end++;
      }
      at = end;
      return new String(text, from, end - from);
    }

    boolean skip(char expected) {
      boolean there = at < text.length && text[at] == expected;
      at += there ? 1 : 0;
      return there;
    }

    String value() {
      while (at < text.length && Character.isWhitespace(text[at])) {
        at++;
      }
      return skip('"') ? quoted() : until(';').strip();
    }

    private String quoted() {
      StringBuilder value = new StringBuilder();
      int from = at;
      while (at < text.length && text[at] != '"') {
        if (text[at] == '\\' && at + 1 < text.length) {
          value.append(text, from, at - from);
          from = ++at;
        }
        at++;
      }
      value.append(text, from, at - from);
      until(';');
      return value.toString();
    }
  }
}
