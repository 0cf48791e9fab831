package dev.dicomwebdump.record;

import dev.dicomwebdump.multipart.PartHeader;
import dev.dicomwebdump.multipart.PartListener;
import java.util.List;

/** Passes payloads on to two listeners. */
record BothListeners(PartListener one, PartListener other) implements PartListener {

  @Override
  public void begin(List<PartHeader> headers, long offset) {
    one.begin(headers, offset);
    other.begin(headers, offset);
  }

  @Override
  public void bytes(byte[] buffer, int offset, int length) {
    one.bytes(buffer, offset, length);
    other.bytes(buffer, offset, length);
  }

  @Override
  public void end() {
    one.end();
    other.end();
  }
}
