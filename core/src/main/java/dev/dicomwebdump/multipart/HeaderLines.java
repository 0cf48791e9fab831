package dev.dicomwebdump.multipart;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Between a delimiter and a payload. */
final class HeaderLines implements Stage {

  private final BodyReading reading;
  private final HeaderBlock block = new HeaderBlock();
  private int size;
  private int lines;

  HeaderLines(BodyReading reading) {
    this.reading = reading;
  }

  @Override
  public int read(Stretch s) {
    int lineFeed = s.lineFeed(s.from);
    int end = lineFeed < 0 ? s.to : lineFeed + 1;
    if (isTooLong(size + end - s.from) || lines > MultipartScanner.MAX_HEADER_LINES) {
      return reading.fail(Fault.HEADERS_TOO_LONG, s);
    }
    if (lineFeed < 0 && !s.last) {
      return s.from;
    }
    DelimiterLine delimiter = reading.delimiter().lineAt(s, s.from);
    if (delimiter.isDelimiter()) {
      return endWithout(s, delimiter);
    }
    return lineFeed < 0 ? s.from : header(s, lineFeed);
  }

  private boolean isTooLong(int bytes) {
    return bytes > MultipartScanner.MAX_HEADER_BYTES
        || reading.index.headerBytes() + bytes > MultipartScanner.MAX_ALL_HEADER_BYTES;
  }

  private int header(Stretch s, int lineFeed) {
    int end = s.has(lineFeed - 1, '\r') ? lineFeed - 1 : lineFeed;
    size += lineFeed + 1 - s.from;
    lines++;
    if (end == lineFeed) {
      reading.index.note(Deviation.LF_ONLY);
    }
    if (end == s.from) {
      begin(s.offset(lineFeed + 1));
      return lineFeed + 1;
    }
    String line = new String(s.buffer, s.from, end - s.from, StandardCharsets.ISO_8859_1);
    return block.add(line) ? lineFeed + 1 : reading.fail(Fault.BAD_HEADER, s);
  }

  private void begin(long offset) {
    if (block.isEmpty()) {
      reading.index.note(Deviation.NO_HEADERS);
    }
    List<PartHeader> headers = block.headers();
    reading.listener.begin(headers, offset);
    long length = reading.believesLengths ? block.contentLength() : -1;
    reading.enter(new Payload(reading, headers, offset, length));
  }

  /** A delimiter comes where an empty line should be. */
  private int endWithout(Stretch s, DelimiterLine delimiter) {
    if (block.isEmpty()) {
      reading.index.note(Deviation.NOTHING_BETWEEN);
      return reading.pass(delimiter);
    }
    reading.index.note(Deviation.NO_BLANK_LINE);
    if (block.contentLength() > 0) {
      reading.index.lengthDiffers();
    }
    reading.listener.begin(block.headers(), s.offset);
    reading.index.add(new Part(block.headers(), s.offset, 0));
    reading.listener.end();
    return reading.pass(delimiter);
  }

  @Override
  public void end(Stretch rest) {
    boolean begun = size > 0 || rest.from < rest.to;
    reading.index.fail(begun ? Fault.CUT_IN_PART : Fault.NOT_CLOSED);
  }
}
