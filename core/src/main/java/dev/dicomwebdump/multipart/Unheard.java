package dev.dicomwebdump.multipart;

import java.util.List;

/** Listens to nothing. */
final class Unheard implements PartListener {

  @Override
  public void begin(List<PartHeader> headers, long offset) {}

  @Override
  public void bytes(byte[] buffer, int offset, int length) {}

  @Override
  public void end() {}
}
