package dev.dicomwebdump.replay.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a search is asked to find: PS3.18 section 8.3.4. Values match as a whole, with {@code *} and
 * {@code ?}, as one of a list, or in a range; letters ignore case. Immutable.
 */
final class Matching {

  private static final Set<String> NOT_MATCHED =
      Set.of("limit", "offset", "includefield", "fuzzymatching", "accept", "charset");
  private static final Pattern RANGE = Pattern.compile("([0-9.]*)-([0-9.]*)");
  private static final Set<String> OF_RANGES = Set.of("00080020", "00080030", "00100030");

  private final Map<String, String> wanted;
  private final List<String> included;
  private final long offset;
  private final long limit;

  private Matching(Map<String, String> wanted, List<String> included, long offset, long limit) {
    this.wanted = Map.copyOf(wanted);
    this.included = List.copyOf(included);
    this.offset = offset;
    this.limit = limit;
  }

  /** Reads a query; null when it names an attribute that is not known. */
  static @Nullable Matching of(Query query) {
    Map<String, String> wanted = new HashMap<>();
    for (Query.Parameter each : query.parameters()) {
      String tag = Tags.of(each.name());
      if (tag != null) {
        wanted.put(tag, each.value());
      } else if (!NOT_MATCHED.contains(each.name())) {
        return null;
      }
    }
    List<String> included = new ArrayList<>();
    for (String name : query.values("includefield")) {
      String tag = Tags.of(name);
      if (tag != null) {
        included.add(tag);
      }
    }
    return new Matching(
        wanted, included, number(query, "offset", 0), number(query, "limit", Long.MAX_VALUE));
  }

  /** The attributes that are matched, and that the client wants beside the usual. */
  List<String> tags() {
    List<String> tags = new ArrayList<>(wanted.keySet());
    tags.addAll(included);
    return tags;
  }

  /** The attributes that are matched. */
  Set<String> matched() {
    return wanted.keySet();
  }

  /** What is wanted of an attribute; null for anything. */
  @Nullable String wanted(String tag) {
    return wanted.get(tag);
  }

  long offset() {
    return offset;
  }

  long limit() {
    return limit;
  }

  /** Whether what was found is what is wanted; an attribute that is not there has no values. */
  boolean fits(Map<String, ScannedDataset.Attribute> found) {
    return wanted.entrySet().stream()
        .allMatch(
            each -> {
              ScannedDataset.Attribute attribute = found.get(each.getKey());
              List<String> values = attribute == null ? List.of() : attribute.values();
              return fits(each.getKey(), each.getValue(), values);
            });
  }

  private static boolean fits(String tag, String wanted, List<String> values) {
    if (wanted.isEmpty() || wanted.equals("*")) {
      return true;
    }
    Matcher range = RANGE.matcher(wanted);
    if (OF_RANGES.contains(tag) && range.matches()) {
      String from = range.group(1);
      String to = range.group(2);
      return values.stream()
          .anyMatch(
              value ->
                  value.compareTo(from) >= 0
                      && (to.isEmpty() || value.compareTo(to) <= 0 || value.startsWith(to)));
    }
    return List.of(wanted.split("[,\\\\]")).stream()
        .anyMatch(each -> values.stream().anyMatch(pattern(each).asMatchPredicate()));
  }

  private static Pattern pattern(String wanted) {
    StringBuilder pattern = new StringBuilder();
    wanted
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            each ->
                pattern.append(
                    each == '*'
                        ? ".*"
                        : each == '?' ? "." : Pattern.quote(Character.toString(each))));
    return Pattern.compile(
        pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  private static long number(Query query, String name, long otherwise) {
    return query.values(name).stream()
        .filter(value -> value.matches("[0-9]{1,18}"))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(otherwise);
  }
}
