package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Problem;
import java.io.IOException;

/** The body goes on after the last byte that is taken. */
final class BodyTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  BodyTooLargeException(ByteSize most) {
    super("the body has more than " + most);
  }

  Problem problem() {
    return new Problem(Problem.Kind.TOO_LARGE, String.valueOf(getMessage()));
  }
}
