package dev.dicomwebdump.benchmarks.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.dicomwebdump.benchmarks.contender.Dump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The ratios to which a later run is held.
 *
 * @param ratios our wall time as a multiple of curl's, by work
 */
public record Baseline(String date, Machine machine, Map<String, Double> ratios) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** What is kept of a run. */
  public static Baseline of(Results results) {
    Map<String, Double> ratios = new TreeMap<>();
    for (WorkResult work : results.works()) {
      work.ratio(Dump.NAME)
          .ifPresent(ratio -> ratios.put(work.work(), Math.round(ratio * 100) / 100.0));
    }
    return new Baseline(results.date(), results.machine(), ratios);
  }

  /** Reads what {@link #write} wrote. */
  public static Baseline read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Baseline.class);
  }

  /** Writes it as JSON. */
  public void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(this) + "\n");
  }

  /**
   * The works of a run that this has too.
   *
   * @param margin 0.25 lets a ratio grow by a quarter
   */
  public List<Comparison> compare(Results results, double margin) {
    List<Comparison> comparisons = new ArrayList<>();
    for (WorkResult work : results.works()) {
      Double before = ratios.get(work.work());
      OptionalDouble now = work.ratio(Dump.NAME);
      if (before != null && now.isPresent()) {
        comparisons.add(Comparison.of(work.work(), now.getAsDouble(), before, margin));
      }
    }
    return comparisons;
  }
}
