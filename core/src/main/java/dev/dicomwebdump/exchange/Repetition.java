package dev.dicomwebdump.exchange;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a resource was asked for once more. */
public enum Repetition {
  /** The server sent the client elsewhere. */
  REDIRECT,
  /** With another Accept. */
  ACCEPT_STEP,
  /** The same again, after a failure, a pause, or on a dead connection. */
  RETRY;

  /** Why one exchange followed another for the same resource. */
  public static Repetition of(Exchange before, Exchange after) {
    ResponseHead head = before.response();
    if (head != null && head.isRedirect()) {
      return REDIRECT;
    }
    return Objects.equals(accept(before), accept(after)) ? RETRY : ACCEPT_STEP;
  }

  private static @Nullable String accept(Exchange exchange) {
    return exchange.request().headers().first("Accept");
  }
}
