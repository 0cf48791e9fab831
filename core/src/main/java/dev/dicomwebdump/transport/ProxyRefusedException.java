package dev.dicomwebdump.transport;

import java.io.IOException;

/** The proxy answered 407 when it was asked for a tunnel. */
final class ProxyRefusedException extends IOException {

  private static final long serialVersionUID = 1L;
}
