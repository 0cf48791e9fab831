package dev.dicomwebdump.transport;

import java.io.IOException;

/** The server chose HTTP/2 when it was asked by ALPN. */
final class Http2AgreedException extends IOException {

  private static final long serialVersionUID = 1L;
}
