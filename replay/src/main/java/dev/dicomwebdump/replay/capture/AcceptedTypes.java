package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.exchange.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The media ranges of an Accept header: RFC 9110 section 12.5.1, PS3.18 section 8.7. Weights are
 * not weighed, since there is one thing to give; but a range of weight 0 takes nothing. Immutable.
 */
final class AcceptedTypes {

  private static final Pattern WEIGHT_0 = Pattern.compile("0(\\.0*)?");

  private final List<MediaType> ranges;

  private AcceptedTypes(List<MediaType> ranges) {
    this.ranges = List.copyOf(ranges);
  }

  static AcceptedTypes of(String accept) {
    List<MediaType> ranges = new ArrayList<>();
    int from = 0;
    boolean quoted = false;
    for (int at = 0; at < accept.length(); at++) {
      quoted ^= accept.charAt(at) == '"';
      if (accept.charAt(at) == ',' && !quoted) {
        ranges.add(MediaType.parse(accept.substring(from, at)));
        from = at + 1;
      }
    }
    ranges.add(MediaType.parse(accept.substring(from)));
    ranges.removeIf(range -> WEIGHT_0.matcher(range.parameters().getOrDefault("q", "")).matches());
    return new AcceptedTypes(ranges);
  }

  /**
   * Whether they take content of that type.
   *
   * @param syntax its transfer syntax; null when that is not known
   */
  boolean take(MediaType held, @Nullable String syntax) {
    return ranges.stream().anyMatch(range -> takes(range, held, syntax));
  }

  /** Whether they take one payload by itself that is held in a multipart. */
  boolean takeAlone(MediaType part, @Nullable String syntax) {
    return ranges.stream().anyMatch(range -> !range.isMultipart() && takes(range, part, syntax));
  }

  /** Whether they take a multipart of parts of that type. */
  boolean takeMultipart(MediaType part, @Nullable String syntax) {
    return ranges.stream()
        .anyMatch(
            range ->
                (range.isMultipart() || range.type().equals(Asking.ANYTHING))
                    && takes(range, part, syntax));
  }

  /** Whether any of them names XML. */
  boolean nameXml() {
    return ranges.stream().anyMatch(range -> inner(range).contains("xml"));
  }

  private static boolean takes(MediaType range, MediaType held, @Nullable String syntax) {
    String wanted = range.transferSyntax();
    boolean sameSyntax =
        wanted == null || wanted.equals("*") || syntax == null || wanted.equals(syntax);
    boolean wrapped = held.isMultipart() && !range.isMultipart() && !range.type().startsWith("*");
    return sameSyntax && !wrapped && sameType(inner(range), inner(held), wanted);
  }

  private static boolean sameType(String wanted, String held, @Nullable String syntax) {
    boolean anyOfGroup =
        wanted.endsWith("/*") && held.startsWith(wanted.substring(0, wanted.length() - 1));
    return wanted.isEmpty()
        || wanted.equals(Asking.ANYTHING)
        || wanted.equals(held)
        || anyOfGroup
        || (isJson(wanted) && isJson(held))
        // As stored, whatever that is: servers then tell the stored type.
        || (wanted.equals("application/octet-stream") && "*".equals(syntax));
  }

  private static boolean isJson(String type) {
    return type.equals("application/json") || type.equals("application/dicom+json");
  }

  /** The type of the parts, or of the whole where there are none. */
  private static String inner(MediaType type) {
    if (!type.isMultipart()) {
      return type.type();
    }
    String told = Objects.requireNonNullElse(type.parameter("type"), "");
    return told.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }
}
