package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;

/** What may help after an exchange, when the same request is made again. */
enum Remedy {
  /** Nothing, or nothing needs help. */
  NONE,
  /** To try again, once: the server failed at this very request, and may do so for ever. */
  REPEAT_ONCE,
  /** To try again after a while. */
  RETRY,
  /** To leave the whole server alone for as long as it asks. */
  PAUSE;

  /** The remedy for an exchange. A status says more than how the body went that came with it. */
  static Remedy of(Exchange exchange) {
    Problem problem = exchange.problem();
    if (problem == null || exchange.failedBy(Problem.Kind.CANCELLED)) {
      return NONE;
    }
    ResponseHead head = exchange.response();
    return head == null || head.isSuccess() ? of(problem.kind()) : of(head, exchange);
  }

  private static Remedy of(Problem.Kind kind) {
    return switch (kind) {
      case CONNECT, TIMEOUT, TRUNCATED, PROTOCOL -> RETRY;
      case STATUS,
          TLS,
          PROXY,
          TOO_LARGE,
          MULTIPART,
          CONTENT_TYPE,
          CONTENT_CODING,
          JSON,
          DICOM,
          UID,
          REDIRECT,
          ADDRESS,
          CANCELLED ->
          NONE;
    };
  }

  private static Remedy of(ResponseHead head, Exchange exchange) {
    return switch (head.status()) {
      case 408 -> RETRY;
      case 429 -> PAUSE;
      case 500 -> REPEAT_ONCE;
      case 501, 505 -> NONE;
      case 503 -> RetryAfter.read(head.headers(), exchange.started()) == null ? RETRY : PAUSE;
      default -> head.status() >= 500 ? RETRY : NONE;
    };
  }
}
