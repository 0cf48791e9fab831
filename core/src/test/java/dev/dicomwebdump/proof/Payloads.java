package dev.dicomwebdump.proof;

import dev.dicomwebdump.multipart.PartHeader;
import dev.dicomwebdump.multipart.PartListener;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Keeps the payloads that it hears. */
final class Payloads implements PartListener {

  final List<byte[]> whole = new ArrayList<>();
  private ByteArrayOutputStream current = new ByteArrayOutputStream();

  @Override
  public void begin(List<PartHeader> headers, long offset) {
    current = new ByteArrayOutputStream();
  }

  @Override
  public void bytes(byte[] buffer, int offset, int length) {
    current.write(buffer, offset, length);
  }

  @Override
  public void end() {
    whole.add(current.toByteArray());
  }
}
