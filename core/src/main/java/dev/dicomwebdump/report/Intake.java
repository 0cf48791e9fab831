package dev.dicomwebdump.report;

import dev.dicomwebdump.archive.RecordOutline;
import dev.dicomwebdump.archive.RecordWalk;
import dev.dicomwebdump.archive.UnreadTally;
import dev.dicomwebdump.exchange.Exchange;
import java.time.Duration;
import java.time.Instant;

/** Takes in records that tell what can be. For one thread. */
final class Intake implements RecordWalk.Visitor<RecordOutline> {

  /** Figures of more than this are no measurements, and would spoil all others. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");
  private static final long LARGEST = 1L << 53;

  private final Gathering gathering;
  private final UnreadTally unread;
  private long read;

  /**
   * @param gathering hears of each record that is sound
   * @param unread hears of the others
   */
  Intake(Gathering gathering, UnreadTally unread) {
    this.gathering = gathering;
    this.unread = unread;
  }

  @Override
  public boolean visit(String path, RecordOutline record) {
    if (record.exchange().earlier().stream().allMatch(Intake::isPossible)
        && isPossible(record.exchange())) {
      gathering.add(path, record);
      read++;
    } else {
      unread.add(path, "is no record: it tells times or sizes that cannot be");
    }
    return true;
  }

  /** How many records were read so far. */
  long read() {
    return read;
  }

  private static boolean isPossible(Exchange exchange) {
    return !exchange.started().isBefore(Instant.EPOCH)
        && exchange.started().isBefore(LATEST)
        && exchange.timings().total().compareTo(LONGEST) < 0
        && exchange.bodyBytes() < LARGEST;
  }
}
