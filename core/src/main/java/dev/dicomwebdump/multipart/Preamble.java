package dev.dicomwebdump.multipart;

/** Before the first delimiter. */
final class Preamble implements Stage {

  private final BodyReading reading;
  private final long begin;
  private boolean text;

  /**
   * @param begin the offset in the body from which on delimiters are looked for: a line's begin
   * @param text whether there was more than line ends before
   */
  Preamble(BodyReading reading, long begin, boolean text) {
    this.reading = reading;
    this.begin = begin;
    this.text = text;
  }

  @Override
  public int read(Stretch s) {
    Delimiter delimiter = reading.delimiter();
    int line = s.offset == begin ? s.from : delimiter.find(s, s.from);
    while (line >= 0) {
      DelimiterLine found = delimiter.lineAt(s, line);
      if (found.isDelimiter()) {
        return begin(s, line, found);
      }
      if (found.isUndecided()) {
        return skip(s, line == s.from ? line : s.lineEndBefore(line));
      }
      line = delimiter.find(s, line);
    }
    return skip(s, delimiter.undecidedFrom(s));
  }

  private int begin(Stretch s, int line, DelimiterLine found) {
    skip(s, line);
    if (s.offset(line) > 0) {
      reading.index.note(text ? Deviation.PREAMBLE : Deviation.LEADING_BLANK_LINE);
    }
    return reading.passFirst(found);
  }

  private int skip(Stretch s, int end) {
    text = text || s.hasTextBefore(end);
    return end;
  }

  @Override
  public void end(Stretch rest) {
    int line = rest.firstText("\r\n");
    boolean begun = !text && reading.delimiter().lineAt(rest, line).isUndecided();
    reading.index.fail(begun ? Fault.NOT_CLOSED : Fault.NO_DELIMITER);
  }
}
