package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.ResponseSink;
import org.jspecify.annotations.Nullable;

/** Takes a response of which only matters that it comes. */
enum UnheardSink implements ResponseSink {
  INSTANCE;

  @Override
  public void head(ResponseHead head) {}

  @Override
  public void body(byte[] buffer, int offset, int length) {}

  @Override
  public @Nullable Problem end() {
    return null;
  }
}
