package dev.dicomwebdump.dump;

import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.fetch.OwnOrigin;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Tells when the server has refused the credentials as such: when the first answer is 401 or 403,
 * or when only 401 comes any more; a proxy that refuses us is as a 401. A 401 that was met with
 * renewed credentials and came again counts twice. What another origin answers, to which
 * credentials do not go, tells nothing of them. Safe for use by many threads at once.
 */
final class CredentialsWatch {

  /** So many 401 in a row, and nothing else, are no single resource's matter. */
  private static final int ENOUGH = 3;

  private final boolean sentSome;
  private final OwnOrigin own;
  private final AtomicInteger refusedInRow = new AtomicInteger();
  private volatile boolean answered;

  /** The watch for a request. */
  static CredentialsWatch of(DumpRequest request) {
    return new CredentialsWatch(
        request.credentials() != Credentials.none() || !request.headers().isEmpty(),
        OwnOrigin.of(URI.create(request.root().base())));
  }

  CredentialsWatch(boolean sentSome, OwnOrigin own) {
    this.sentSome = sentSome;
    this.own = own;
  }

  /** Sees a resource's last exchange; says why the run must end, or null. */
  @Nullable CredentialsRefusedException see(Exchange exchange) {
    int status = exchange.status();
    boolean byProxy = exchange.failedBy(Problem.Kind.PROXY);
    if (!byProxy && !own.isAskedBy(exchange.request())) {
      return null;
    }
    boolean first = !answered;
    answered |= status != 0 || byProxy;
    if (status != 401 && !byProxy && !(first && status == 403)) {
      refusedInRow.set(0);
      return null;
    }
    return first || refusedInRow.addAndGet(refusals(exchange)) >= ENOUGH ? refusal(exchange) : null;
  }

  private static int refusals(Exchange exchange) {
    return 1 + (int) exchange.earlier().stream().filter(one -> one.status() == 401).count();
  }

  private CredentialsRefusedException refusal(Exchange exchange) {
    Problem problem = exchange.problem();
    return problem != null && problem.kind() == Problem.Kind.PROXY
        ? new CredentialsRefusedException(
            problem.message() + ": give them with --proxy http://USER:PASSWORD@HOST:PORT")
        : refusal(exchange.status());
  }

  private CredentialsRefusedException refusal(int status) {
    String said = "the server answers " + status + (status == 401 ? " Unauthorized" : " Forbidden");
    return new CredentialsRefusedException(
        sentSome
            ? said + ": it refuses the credentials that were given"
            : said + ": it wants credentials; give them with --authorization or another way");
  }
}
