package dev.dicomwebdump.benchmarks.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All of one run of the benchmark; as JSON, these members under these names.
 *
 * @param date the day, as ISO 8601 has it
 * @param firstRequestSeconds from the program's start to its first request, each time
 */
public record Results(
    String date,
    Machine machine,
    long seed,
    List<Double> firstRequestSeconds,
    List<WorkResult> works) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Reads what {@link #write} wrote. */
  public static Results read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Results.class);
  }

  /** Writes it as JSON. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, JSON.writeValueAsString(this) + "\n");
  }

  /** With one work more, or with this in place of what there is of the same work. */
  public Results with(WorkResult result) {
    List<WorkResult> all = new ArrayList<>(works);
    all.removeIf(one -> one.work().equals(result.work()));
    all.add(result);
    return new Results(date, machine, seed, firstRequestSeconds, all);
  }

  /** How many downloads of the program were not what they should be. */
  public long failures() {
    return works.stream().mapToLong(work -> work.failures(work.ours())).sum();
  }
}
