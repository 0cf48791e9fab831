package dev.dicomwebdump.multipart;

/** After a length has proved wrong: the reading that knows delimiters only goes on alone. */
final class Superseded implements Stage {

  private final BodyReading reading;
  private final BodyReading successor;

  Superseded(BodyReading reading, BodyReading successor) {
    this.reading = reading;
    this.successor = successor;
    reading.index.lengthDiffers();
  }

  @Override
  public int read(Stretch s) {
    successor.follow(s);
    return s.to;
  }

  @Override
  public void end(Stretch rest) {
    reading.index.append(successor.end());
  }
}
