package dev.dicomwebdump.testkit.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a URL's query, decoded. */
final class QueryString {
  private final List<Parameter> parameters = new ArrayList<>();

  private record Parameter(String name, String value) {}

  /**
   * @param query without the question mark; null for none
   */
  QueryString(@Nullable String query) {
    for (String parameter : query == null ? new String[0] : query.split("&")) {
      String[] both = parameter.split("=", 2);
      parameters.add(new Parameter(decoded(both[0]), both.length < 2 ? "" : decoded(both[1])));
    }
  }

  boolean has(String name) {
    return parameters.stream().anyMatch(parameter -> parameter.name.equals(name));
  }

  /** The values of parameters of these names, divided at commas. */
  List<String> values(String... names) {
    return parameters.stream()
        .filter(parameter -> Arrays.asList(names).contains(parameter.name))
        .flatMap(parameter -> Arrays.stream(parameter.value.split(",")))
        .toList();
  }

  /** The number that a parameter has; another one where it has none. */
  int number(String name, int otherwise) {
    List<String> values = values(name);
    return values.isEmpty() ? otherwise : Integer.parseInt(values.get(0));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
