package dev.dicomwebdump.benchmarks.work;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metadata of one instance as a DICOM JSON object (PS3.18 annex F), as long as real ones. */
public final class InstanceJson {

  private static final Pattern FIELD = Pattern.compile("\\$\\{(\\w+)}");

  private final Study study;
  private final String template;

  /**
   * @throws IOException when its template is missing from the benchmark
   */
  public InstanceJson(Study study) throws IOException {
    this.study = study;
    try (InputStream in = InstanceJson.class.getResourceAsStream("instance.json")) {
      if (in == null) {
        throw new IOException("instance.json is missing from the benchmark");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      template = text.lines().map(String::strip).reduce("", String::concat);
    }
  }

  /** The object of an instance, both numbers from 1. */
  public String of(int series, int instance) {
    return FIELD
        .matcher(template)
        .replaceAll(field -> Matcher.quoteReplacement(value(field.group(1), series, instance)));
  }

  private String value(String field, int series, int instance) {
    return switch (field) {
      case "study" -> Study.UID;
      case "series" -> Study.seriesUid(series);
      case "sop" -> Study.sopUid(series, instance);
      case "seriesNumber" -> Integer.toString(series);
      case "instanceNumber" -> Integer.toString(instance);
      case "frames" -> Integer.toString(study.frames());
      case "rows" -> Integer.toString(study.rows());
      case "columns" -> Integer.toString(study.columns());
      default -> throw new IllegalStateException("instance.json asks for " + field);
    };
  }
}
