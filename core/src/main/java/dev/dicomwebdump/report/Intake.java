package dev.dicomwebdump.report;

import dev.dicomwebdump.archive.FormatException;
import dev.dicomwebdump.archive.RecordOutline;
import dev.dicomwebdump.archive.RecordOutlineReader;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** Reads records, and counts those that are damaged. For one thread. */
final class Intake implements RecordWalk.Visitor {

  /** More than any record or summary needs; a larger file is neither. */
  private static final long MOST_BYTES = 1 << 27;

  /** Figures of more than this are no measurements, and would spoil all others. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");
  private static final long LARGEST = 1L << 53;

  private final Gathering gathering;
  private final Best<RecordFigures.Damaged> examples =
      new Best<>(RecordFigures.MOST_EXAMPLES, Comparator.comparing(RecordFigures.Damaged::record));
  private long read;
  private long damaged;

  /**
   * @param gathering hears of each record that is sound
   */
  Intake(Gathering gathering) {
    this.gathering = gathering;
  }

  @Override
  public void record(String path, Path file) {
    try {
      RecordOutline record = RecordOutlineReader.read(open(file));
      if (record.exchange().earlier().stream().allMatch(Intake::isPossible)
          && isPossible(record.exchange())) {
        gathering.add(path, record);
        read++;
      } else {
        damaged(path, "is no record: it tells times or sizes that cannot be");
      }
    } catch (FormatException e) {
      damaged(path, "is no record: " + e.getMessage());
    } catch (IOException e) {
      unreadable(path, e);
    }
  }

  @Override
  public void unreadable(String path, IOException e) {
    damaged(path, String.valueOf(new OutputException("cannot be read", e).getMessage()));
  }

  /** How many records were read so far. */
  long read() {
    return read;
  }

  RecordFigures figures() {
    return new RecordFigures(read, damaged, examples.inOrder());
  }

  void damaged(String path, String message) {
    damaged++;
    examples.offer(new RecordFigures.Damaged(path, message));
  }

  /** Opens a record or summary; the caller closes it. */
  static InputStream open(Path file) throws IOException {
    InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    if (Files.size(file) > MOST_BYTES) {
      content.close();
      throw new IOException("it is too large");
    }
    return content;
  }

  private static boolean isPossible(Exchange exchange) {
    return !exchange.started().isBefore(Instant.EPOCH)
        && exchange.started().isBefore(LATEST)
        && exchange.timings().total().compareTo(LONGEST) < 0
        && exchange.bodyBytes() < LARGEST;
  }
}
