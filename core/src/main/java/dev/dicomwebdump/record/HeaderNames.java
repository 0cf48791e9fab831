package dev.dicomwebdump.record;

import java.util.Set;

/**
 * Names of header fields, which ignore case: RFC 9110 section 5.1. A name is compared only with
 * those of its own length, of which there are mostly none. Immutable.
 */
final class HeaderNames {

  private final String[][] byLength;

  HeaderNames(Set<String> names) {
    int longest = names.stream().mapToInt(String::length).max().orElse(0);
    byLength = new String[longest + 1][];
    for (int i = 0; i <= longest; i++) {
      int length = i;
      byLength[i] = names.stream().filter(name -> name.length() == length).toArray(String[]::new);
    }
  }

  boolean have(String name) {
    if (name.length() < byLength.length) {
      for (String one : byLength[name.length()]) {
        if (one.equalsIgnoreCase(name)) {
          return true;
        }
      }
    }
    return false;
  }
}
