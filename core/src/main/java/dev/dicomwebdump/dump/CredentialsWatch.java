package dev.dicomwebdump.dump;

import dev.dicomwebdump.exchange.Exchange;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Tells when the server has refused the credentials as such: when the first answer is 401 or 403,
 * or when only 401 comes any more. A 401 that was met with renewed credentials and came again
 * counts twice. Safe for use by many threads at once.
 */
final class CredentialsWatch {

  /** So many 401 in a row, and nothing else, are no single resource's matter. */
  private static final int ENOUGH = 3;

  private final boolean sentSome;
  private final AtomicInteger refusedInRow = new AtomicInteger();
  private volatile boolean answered;

  CredentialsWatch(boolean sentSome) {
    this.sentSome = sentSome;
  }

  /** Sees a resource's last exchange; says why the run must end, or null. */
  @Nullable CredentialsRefusedException see(Exchange exchange) {
    int status = exchange.status();
    boolean first = !answered;
    answered |= status != 0;
    if (status != 401 && !(first && status == 403)) {
      refusedInRow.set(0);
      return null;
    }
    return first || refusedInRow.addAndGet(refusals(exchange)) >= ENOUGH ? refusal(status) : null;
  }

  private static int refusals(Exchange exchange) {
    return 1 + (int) exchange.earlier().stream().filter(one -> one.status() == 401).count();
  }

  private CredentialsRefusedException refusal(int status) {
    String said = "the server answers " + status + (status == 401 ? " Unauthorized" : " Forbidden");
    return new CredentialsRefusedException(
        sentSome
            ? said + ": it refuses the credentials that were given"
            : said + ": it wants credentials; give them with --authorization or another way");
  }
}
