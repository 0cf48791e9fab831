package dev.dicomwebdump.record;

import static dev.dicomwebdump.record.Redaction.REDACTED;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of URLs: user-info, fragments, the values of parameters that are named like a
 * secret, and of every parameter of another origin's URL. It works on text, since what servers send
 * as a URL need not be one.
 */
final class UrlRedaction {

  private static final Pattern USER_INFO =
      Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*@");
  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");
  private static final Pattern ORIGIN =
      Pattern.compile("^(https?)://([^/?#]*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern PARAMETER = Pattern.compile("[^&;]+");
  private static final List<String> SECRET_WORDS =
      List.of("token", "key", "secret", "sig", "password", "passwd", "auth", "credential");
  private static final List<String> SECRET_PREFIXES = List.of("x-amz-", "x-goog-");

  private final String ownOrigin;

  UrlRedaction(String root) {
    this.ownOrigin = origin(root);
  }

  /**
   * A URL without its secrets.
   *
   * @param url absolute, or relative to one of the server's own
   */
  String redact(String url) {
    return mayHoldSecrets(url) ? redact(url, isForeign(url, false)) : url;
  }

  /**
   * A URL without its secrets.
   *
   * @param url absolute, or relative to the base
   * @param base the absolute URL of what holds it: a relative URL in another origin's response is
   *     that origin's, too
   */
  String redact(String url, String base) {
    return mayHoldSecrets(url) ? redact(url, isForeign(url, isForeign(base, false))) : url;
  }

  /** Secrets stand before an {@code @}, or after one of the others, wherever the URL leads. */
  private static boolean mayHoldSecrets(String url) {
    return url.indexOf('@') >= 0 || url.indexOf('#') >= 0 || url.indexOf('?') >= 0;
  }

  static String redact(String url, boolean foreign) {
    String text = USER_INFO.matcher(url).replaceFirst("$1//" + REDACTED + "@");
    int fragment = text.indexOf('#');
    if (fragment >= 0) {
      text = text.substring(0, fragment + 1) + REDACTED;
    }
    int query = text.indexOf('?');
    if (query < 0) {
      return text;
    }
    int end = fragment > query ? fragment : text.length();
    return text.substring(0, query + 1)
        + parameters(text.substring(query + 1, end), foreign)
        + text.substring(end);
  }

  private static String parameters(String query, boolean foreign) {
    return PARAMETER
        .matcher(query)
        .replaceAll(found -> Matcher.quoteReplacement(parameter(found.group(), foreign)));
  }

  private static String parameter(String told, boolean foreign) {
    int equals = told.indexOf('=');
    String name = equals < 0 ? told : told.substring(0, equals);
    boolean alone = told.substring(name.length()).chars().allMatch(character -> character == '=');
    if (foreign && alone) {
      return REDACTED; // A word without a value may itself be the secret, padded as Base64 is.
    }
    return equals >= 0 && (foreign || isSecret(name)) ? name + "=" + REDACTED : told;
  }

  private static boolean isSecret(String rawName) {
    String name = decoded(rawName).toLowerCase(Locale.ROOT);
    return SECRET_WORDS.stream().anyMatch(name::contains)
        || SECRET_PREFIXES.stream().anyMatch(name::startsWith);
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name; // Not percent-encoding: then the name means itself.
    }
  }

  private boolean isForeign(String url, boolean relative) {
    boolean absolute = url.startsWith("//") || SCHEME.matcher(url).find();
    return absolute ? !origin(url).equals(ownOrigin) : relative;
  }

  private static String origin(String url) {
    Matcher found = ORIGIN.matcher(url);
    if (!found.find()) {
      return "";
    }
    String scheme = found.group(1).toLowerCase(Locale.ROOT);
    String authority = found.group(2).toLowerCase(Locale.ROOT);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    boolean hasPort = host.matches(".*:[0-9]+");
    return scheme + "://" + host + (hasPort ? "" : scheme.equals("https") ? ":443" : ":80");
  }
}
