package dev.dicomwebdump.transport;

import java.net.SocketTimeoutException;

/** A response's head began in time, and did not end in time. */
final class HeadTooSlowException extends SocketTimeoutException {

  private static final long serialVersionUID = 1L;
}
