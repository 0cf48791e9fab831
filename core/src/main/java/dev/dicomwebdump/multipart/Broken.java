package dev.dicomwebdump.multipart;

/** After something that cannot be understood: the rest of the body is passed over. */
final class Broken implements Stage {

  @Override
  public int read(Stretch s) {
    return s.to;
  }

  @Override
  public void end(Stretch rest) {
    // The fault is known already.
  }
}
