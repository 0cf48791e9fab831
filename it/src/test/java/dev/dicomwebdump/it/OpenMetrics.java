package dev.dicomwebdump.it;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads OpenMetrics 1.0 text, and takes nothing that its specification does not allow. */
final class OpenMetrics {
  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final String LABELS = "(?:[a-zA-Z_][a-zA-Z0-9_]*=\"[^\"\\\\\\n]*\",?)*";
  private static final Pattern METADATA = Pattern.compile("# (TYPE|UNIT|HELP) (" + NAME + ") (.+)");
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")(?:\\{(" + LABELS + ")})? ([0-9.eE+-]+|\\+Inf|NaN)");
  private static final Map<String, Set<String>> ENDINGS =
      Map.of(
          "counter", Set.of("_total"),
          "gauge", Set.of(""),
          "histogram", Set.of("_bucket", "_count", "_sum"));

  private final Map<String, Double> samples = new LinkedHashMap<>();
  private final Map<String, String> types = new HashMap<>();
  private String family = "";

  private OpenMetrics() {}

  static OpenMetrics parse(String text) {
    require(text.endsWith("\n# EOF\n"), "no # EOF at the end");
    OpenMetrics metrics = new OpenMetrics();
    text.substring(0, text.length() - "# EOF\n".length()).lines().forEach(metrics::line);
    metrics.checkHistograms();
    return metrics;
  }

  /** The value of a sample, whose labels are as they stand between the braces. */
  double value(String name, String labels) {
    String sample = name + "{" + labels + "}";
    require(samples.containsKey(sample), "no " + sample + " in " + samples.keySet());
    return Objects.requireNonNull(samples.get(sample));
  }

  private void line(String line) {
    Matcher metadata = METADATA.matcher(line);
    Matcher sample = SAMPLE.matcher(line);
    if (metadata.matches()) {
      metadata(metadata.group(1), metadata.group(2), metadata.group(3));
    } else {
      require(sample.matches(), "neither metadata nor sample: " + line);
      String labels = sample.group(2) == null ? "" : sample.group(2);
      sample(
          sample.group(1), labels, Double.parseDouble(sample.group(3).replace("Inf", "Infinity")));
    }
  }

  private void metadata(String what, String name, String value) {
    if (what.equals("TYPE")) {
      require(ENDINGS.containsKey(value), "unknown type " + value);
      require(types.put(name, value) == null, name + " stands in two places");
      family = name;
    }
    require(name.equals(family), what + " of " + name + " among " + family);
    require(!what.equals("UNIT") || name.endsWith("_" + value), name + " does not end in its unit");
  }

  private void sample(String name, String labels, double value) {
    require(name.startsWith(family), name + " among " + family);
    Set<String> endings = ENDINGS.getOrDefault(types.getOrDefault(family, ""), Set.of());
    require(endings.contains(name.substring(family.length())), name + " is no sample of " + family);
    require(samples.put(name + "{" + labels + "}", value) == null, name + labels + " comes twice");
  }

  /** Buckets add up, and the last has all. */
  private void checkHistograms() {
    double before = 0;
    for (Map.Entry<String, Double> sample : samples.entrySet()) {
      int bucket = sample.getKey().indexOf("_bucket{");
      if (bucket < 0) {
        before = 0;
        continue;
      }
      require(sample.getValue() >= before, sample.getKey() + " has less than the one before");
      before = sample.getValue();
      if (sample.getKey().endsWith(",le=\"+Inf\"}")) {
        String labels = sample.getKey().replaceAll(".*\\{|,le=.*", "");
        String name = sample.getKey().substring(0, bucket);
        require(value(name + "_count", labels) == before, name + "_count is another");
        before = 0;
      }
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
