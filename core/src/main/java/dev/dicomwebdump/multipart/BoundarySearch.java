package dev.dicomwebdump.multipart;

import java.util.Arrays;

/** Before the first delimiter, when the boundary is not known: looks for a line that tells it. */
final class BoundarySearch implements Stage {

  /** RFC 2046 allows 70; servers send a few more. A longer line is no delimiter. */
  private static final int MAX_LINE = 256;

  private final BodyReading reading;
  private boolean text;
  private boolean insideLine;

  BoundarySearch(BodyReading reading) {
    this.reading = reading;
  }

  @Override
  public int read(Stretch s) {
    if (insideLine) {
      return skipLine(s);
    }
    int hyphens = hyphens(s);
    if (hyphens == s.to - s.from) {
      return s.from;
    }
    if (hyphens < 2) {
      return skipLine(s);
    }
    int lineFeed = s.lineFeed(s.from);
    int end = lineFeed < 0 ? s.to : lineFeed;
    boolean tooLong = end - s.from > MAX_LINE;
    if (!tooLong && !s.last && mayBeAll(s, end)) {
      return s.from;
    }
    int boundaryEnd = tooLong ? s.from : boundaryEnd(s, end);
    return boundaryEnd > s.from + 2 ? learn(s, boundaryEnd) : skipLine(s);
  }

  private static int hyphens(Stretch s) {
    int count = s.has(s.from, '-') ? 1 : 0;
    return count == 1 && s.has(s.from + 1, '-') ? 2 : count;
  }

  private int skipLine(Stretch s) {
    int lineFeed = s.lineFeed(s.from);
    int end = lineFeed < 0 ? s.to : lineFeed + 1;
    text = text || s.hasTextBefore(end);
    insideLine = lineFeed < 0;
    return end;
  }

  /**
   * Whether a line is all of the body as far as is known. Only then hyphens at its end make it a
   * closing delimiter: otherwise they belong to the boundary.
   */
  private static boolean mayBeAll(Stretch s, int end) {
    boolean ends = s.startingAt(end).firstText("\r\n") == s.to && s.to - s.from <= MAX_LINE;
    return end == s.to || (ends && hyphensBefore(s, withoutBlanks(s, end)));
  }

  private static int boundaryEnd(Stretch s, int lineEnd) {
    int end = withoutBlanks(s, lineEnd);
    return mayBeAll(s, lineEnd) && hyphensBefore(s, end) ? end - 2 : end;
  }

  private static int withoutBlanks(Stretch s, int lineEnd) {
    int end = lineEnd;
    while (s.has(end - 1, ' ') || s.has(end - 1, '\t') || s.has(end - 1, '\r')) {
      end--;
    }
    return end;
  }

  private static boolean hyphensBefore(Stretch s, int end) {
    return end - s.from > 4 && s.has(end - 1, '-') && s.has(end - 2, '-');
  }

  private int learn(Stretch s, int end) {
    reading.index.note(Deviation.BOUNDARY_FROM_BODY);
    reading.delimitedBy(Arrays.copyOfRange(s.buffer, s.from + 2, end));
    reading.enter(new Preamble(reading, s.offset, text));
    return s.from;
  }

  @Override
  public void end(Stretch rest) {
    boolean begun = !text && !insideLine;
    reading.index.fail(begun ? Fault.NOT_CLOSED : Fault.NO_DELIMITER);
  }
}
