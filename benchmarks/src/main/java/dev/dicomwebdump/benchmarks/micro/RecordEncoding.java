package dev.dicomwebdump.benchmarks.micro;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.FormatException;
import dev.dicomwebdump.archive.RecordJson;
import dev.dicomwebdump.archive.RecordReader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The record of one frame, there and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RecordEncoding {

  private final byte[] text = Resources.read("record.json");
  private final DumpRecord record = recorded(text);

  private static DumpRecord recorded(byte[] text) {
    try {
      return RecordReader.read(text);
    } catch (FormatException e) {
      throw new IllegalStateException("record.json is no record", e);
    }
  }

  /** Held to the format before it is measured. */
  @Setup
  public void check() throws FormatException {
    if (!RecordReader.read(RecordJson.encode(record)).equals(record)) {
      throw new IllegalStateException("a record is not what it was");
    }
  }

  /** Writes it. */
  @Benchmark
  public byte[] write() {
    return RecordJson.encode(record);
  }

  /** Reads it. */
  @Benchmark
  public DumpRecord read() throws FormatException {
    return RecordReader.read(text);
  }
}
