package dev.dicomwebdump.benchmarks.micro;

import dev.dicomwebdump.benchmarks.work.InstanceJson;
import dev.dicomwebdump.benchmarks.work.Studies;
import dev.dicomwebdump.dicomjson.DatasetReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The metadata of a series, from its bytes to what the walk needs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MetadataParsing {

  /** The instances of the series. */
  @Param({"1", "1000"})
  public int instances;

  private byte[] json = {};

  /** Makes the metadata. */
  @Setup
  public void make() throws IOException {
    InstanceJson instance = new InstanceJson(Studies.METADATA);
    json =
        IntStream.rangeClosed(1, instances)
            .mapToObj(number -> instance.of(1, number))
            .collect(Collectors.joining(",", "[", "]"))
            .getBytes(StandardCharsets.UTF_8);
  }

  /** Reads it to its end. */
  @Benchmark
  public int parse() throws IOException {
    int read = 0;
    try (DatasetReader reader = new DatasetReader(new ByteArrayInputStream(json))) {
      while (reader.next() != null) {
        read++;
      }
    }
    return read;
  }
}
