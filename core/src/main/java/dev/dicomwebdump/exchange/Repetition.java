package dev.dicomwebdump.exchange;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why one exchange was followed by another for the same resource. */
public enum Repetition {
  /** The server told another place. */
  REDIRECT,
  /** It was asked for as another media type. */
  ACCEPT_STEP,
  /** It failed, and was asked for again as it was. */
  RETRY;

  /** Why the one exchange was followed by the other. */
  public static Repetition between(Exchange before, Exchange after) {
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
