package dev.dicomwebdump.multipart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inside a part's payload. */
final class Payload implements Stage {

  private final BodyReading reading;
  private final List<PartHeader> headers;
  private final long offset;
  private final long length;

  /** Reads on from the first delimiter before the length, in case the length proves wrong. */
  private @Nullable BodyReading rival;

  /**
   * @param offset where the payload begins in the body
   * @param length how long it should be, or -1 when that is not known
   */
  Payload(BodyReading reading, List<PartHeader> headers, long offset, long length) {
    this.reading = reading;
    this.headers = headers;
    this.offset = offset;
    this.length = length;
  }

  @Override
  public int read(Stretch s) {
    Delimiter delimiter = reading.delimiter();
    // The empty line after the headers is line end enough for a delimiter.
    int line = s.offset == offset ? s.from : delimiter.find(s, s.from);
    while (line >= 0) {
      DelimiterLine found = delimiter.lineAt(s, line);
      if (found.isUndecided()) {
        return pause(s, line == s.from ? line : s.lineEndBefore(line));
      }
      int end = found.isDelimiter() ? payloadEnd(s, line) : -1;
      if (end >= 0 && isEnd(s, end)) {
        return finish(s, end, found);
      }
      if (end < 0 && line > s.from) {
        reading.index.note(Deviation.BOUNDARY_IN_DATA);
      }
      line = delimiter.find(s, line);
    }
    return pause(s, delimiter.undecidedFrom(s));
  }

  /** Where the payload ends when the line at an index is a delimiter; -1 if it cannot be one. */
  private int payloadEnd(Stretch s, int line) {
    if (line == s.from) {
      return line;
    }
    int lineFeed = line - 1;
    int lineEnd = s.lineEndBefore(line);
    if (came(s, lineFeed) == length || came(s, lineEnd) == length) {
      return (int) s.index(offset + length);
    }
    if (reading.lineFeedOnly()) {
      return lineFeed;
    }
    return lineEnd < lineFeed ? lineEnd : -1;
  }

  private long came(Stretch s, int index) {
    return s.offset(index) - offset;
  }

  private boolean isEnd(Stretch s, int end) {
    boolean tooEarly = came(s, end) < length;
    if (tooEarly && rival == null) {
      rival = reading.withoutLengths(s.offset(end));
      rival.enter(new Payload(rival, headers, offset, -1));
    }
    return !tooEarly;
  }

  /**
   * Nothing more to find in this stretch. Only now the rival reads it: were it to read at once, a
   * body of many small doubtful parts would be read over and over.
   */
  private int pause(Stretch s, int end) {
    if (rival != null) {
      rival.follow(s);
    }
    return give(s, end);
  }

  private int give(Stretch s, int end) {
    if (end > s.from) {
      reading.listener.bytes(s.buffer, s.from, end - s.from);
    }
    return end;
  }

  private int finish(Stretch s, int end, DelimiterLine delimiter) {
    boolean differs = length >= 0 && came(s, end) != length;
    if (differs && rival != null) {
      rival.follow(s);
      reading.enter(new Superseded(reading, rival));
      return s.to;
    }
    if (differs) {
      reading.index.lengthDiffers();
    }
    if (s.has(end, '\n')) {
      reading.index.note(Deviation.LF_ONLY);
    }
    endPart(s, end);
    return reading.pass(delimiter);
  }

  private void endPart(Stretch s, int end) {
    if (rival != null) {
      reading.index.note(Deviation.BOUNDARY_IN_DATA);
    }
    give(s, end);
    reading.listener.end();
    reading.index.add(new Part(headers, offset, came(s, end)));
  }

  @Override
  public void end(Stretch rest) {
    long end = rest.index(offset + length);
    if (length < 0 || end > rest.to) {
      reading.index.fail(Fault.CUT_IN_PART);
    } else if (end >= rest.from && reading.delimiter().breaksOff(rest, (int) end)) {
      endPart(rest, (int) end);
      reading.index.fail(Fault.NOT_CLOSED);
    } else if (rival != null) {
      new Superseded(reading, rival).end(rest);
    } else {
      reading.index.fail(Fault.CUT_IN_PART);
    }
  }
}
