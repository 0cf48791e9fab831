package dev.dicomwebdump.stress;

import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.ResourceKind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * A log of histograms in the form of HdrHistogram, with which its tools make percentiles and plots:
 * one line for each second and kind, tagged with the kind's name, values in nanoseconds. For one
 * thread.
 */
final class HdrLog implements AutoCloseable {

  private final Path file;
  private final PrintStream out;
  private final HistogramLogWriter writer;

  /**
   * Begins the file, in place of what is there.
   *
   * @throws OutputException when it cannot be written
   */
  HdrLog(Path file, String program) {
    this.file = file;
    try {
      this.out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new OutputException("cannot write " + file, e);
    }
    this.writer = new HistogramLogWriter(out);
    writer.outputComment("[" + program + " stress; values are nanoseconds]");
    writer.outputLogFormatVersion();
  }

  /** What is measured begins then. */
  void begin(Instant start) {
    writer.outputStartTime(start.toEpochMilli());
    writer.setBaseTime(start.toEpochMilli());
    writer.outputLegend();
  }

  /**
   * Adds what was measured in an interval.
   *
   * @throws OutputException when it cannot be written
   */
  void add(Instant from, Instant to, Map<ResourceKind, Histogram> interval) {
    interval.forEach(
        (kind, histogram) -> {
          histogram.setTag(kind.published());
          histogram.setStartTimeStamp(from.toEpochMilli());
          histogram.setEndTimeStamp(to.toEpochMilli());
          writer.outputIntervalHistogram(histogram);
        });
    requireWritten();
  }

  @Override
  public void close() {
    out.close();
    requireWritten();
  }

  private void requireWritten() {
    if (out.checkError()) {
      throw new OutputException("cannot write " + file, new IOException("the disk may be full"));
    }
  }
}
