package dev.dicomwebdump.replay.capture;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parameters of a URL, decoded, in their order. Immutable.
 *
 * @param parameters the parameters
 */
record Query(List<Parameter> parameters) {

  /**
   * One parameter.
   *
   * @param name the name
   * @param value the value; empty where there is none
   */
  record Parameter(String name, String value) {}

  Query {
    parameters = List.copyOf(parameters);
  }

  /** Reads a query, encoded, without {@code ?}. */
  static Query of(String query) {
    List<Parameter> parameters = new ArrayList<>();
    for (String each : query.split("&", -1)) {
      if (!each.isEmpty()) {
        int equals = each.indexOf('=');
        parameters.add(
            new Parameter(
                decoded(equals < 0 ? each : each.substring(0, equals)),
                equals < 0 ? "" : decoded(each.substring(equals + 1))));
      }
    }
    return new Query(parameters);
  }

  /** These without those of such names. */
  Query without(Set<String> names) {
    return new Query(parameters.stream().filter(each -> !names.contains(each.name)).toList());
  }

  Set<String> names() {
    return parameters.stream().map(Parameter::name).collect(Collectors.toUnmodifiableSet());
  }

  /** The values of a parameter, of lists with commas each one. */
  List<String> values(String name) {
    return parameters.stream()
        .filter(each -> each.name.equals(name))
        .flatMap(each -> List.of(each.value.split(",")).stream())
        .toList();
  }

  /** The same text for the same parameters, whatever their order and encoding. */
  String canonical() {
    List<String> all = new ArrayList<>();
    parameters.forEach(each -> all.add(each.name + "=" + each.value));
    Collections.sort(all);
    return String.join("\n", all);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // Not percent-encoding: then it means itself.
    }
  }
}
