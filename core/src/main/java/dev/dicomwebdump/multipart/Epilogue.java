package dev.dicomwebdump.multipart;

/** After the closing delimiter's text: what comes is none of the parts. */
final class Epilogue implements Stage {

  private final BodyReading reading;

  Epilogue(BodyReading reading) {
    this.reading = reading;
  }

  @Override
  public int read(Stretch s) {
    if (s.firstText("\r\n \t") < s.to) {
      reading.index.note(Deviation.EPILOGUE);
    }
    if (reading.delimiter().find(s, s.from) >= 0) {
      reading.index.note(Deviation.DELIMITER_AFTER_CLOSE);
    }
    return reading.delimiter().undecidedFrom(s);
  }

  @Override
  public void end(Stretch rest) {
    // The closing delimiter ends the body.
  }
}
