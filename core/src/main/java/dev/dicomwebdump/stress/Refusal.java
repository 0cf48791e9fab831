package dev.dicomwebdump.stress;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;

/** An answer that says that nothing will be had with these credentials. */
final class Refusal {

  private Refusal() {}

  /**
   * Lets pass what is none.
   *
   * @throws CannotStressException when the server or the proxy refuses the credentials
   */
  static void check(Exchange exchange) {
    int status = exchange.status();
    Problem problem = exchange.problem();
    if (problem != null && problem.kind() == Problem.Kind.PROXY) {
      throw new CannotStressException(
          problem.message() + ": give them with --proxy http://USER:PASSWORD@HOST:PORT", true);
    }
    if (status == 401 || status == 403) {
      throw new CannotStressException(
          "the server answers "
              + status
              + ": it refuses the credentials, or wants some; --authorization and others give them",
          true);
    }
  }
}
