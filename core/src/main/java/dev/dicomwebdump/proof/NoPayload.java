package dev.dicomwebdump.proof;

import dev.dicomwebdump.multipart.PartHeader;
import dev.dicomwebdump.multipart.PartListener;
import java.util.List;

/** Passes payloads over. */
public enum NoPayload implements PartListener {
  /** The only one. */
  INSTANCE;

  @Override
  public void begin(List<PartHeader> headers, long offset) {}

  @Override
  public void bytes(byte[] buffer, int offset, int length) {}

  @Override
  public void end() {}
}
