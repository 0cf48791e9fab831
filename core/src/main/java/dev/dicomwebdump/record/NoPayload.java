package dev.dicomwebdump.record;

import dev.dicomwebdump.multipart.PartHeader;
import dev.dicomwebdump.multipart.PartListener;
import java.util.List;

/** Passes payloads over. */
enum NoPayload implements PartListener {
  INSTANCE;

  @Override
  public void begin(List<PartHeader> headers, long offset) {}

  @Override
  public void bytes(byte[] buffer, int offset, int length) {}

  @Override
  public void end() {}
}
