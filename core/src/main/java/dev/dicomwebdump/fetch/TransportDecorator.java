package dev.dicomwebdump.fetch;

import dev.dicomwebdump.transport.Transport;

/** A transport around another one, which ends and closes with it. */
abstract class TransportDecorator implements Transport {

  /** What makes the requests. */
  protected final Transport inner;

  TransportDecorator(Transport inner) {
    this.inner = inner;
  }

  @Override
  public void cancel() {
    inner.cancel();
  }

  @Override
  public void close() {
    inner.close();
  }
}
