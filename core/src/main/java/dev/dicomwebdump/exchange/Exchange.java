package dev.dicomwebdump.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened when a resource was asked for: the last request and response, and all that came
 * before. Immutable.
 *
 * @param request the request as it was sent, with what the transport added
 * @param response the response's head; null when none came
 * @param started when the exchange began
 * @param timings how long its phases took
 * @param peer the connection; null when there was none
 * @param bodyBytes the bytes of content that came, before content decoding
 * @param problem why this is not the resource that was asked for; null when it is
 * @param earlier the exchanges made before for the same resource (Accept steps, redirects,
 *     retries), in order; none of them has earlier ones itself
 */
public record Exchange(
    Request request,
    @Nullable ResponseHead response,
    Instant started,
    Timings timings,
    @Nullable Peer peer,
    long bodyBytes,
    @Nullable Problem problem,
    List<Exchange> earlier) {

  public Exchange {
    earlier = List.copyOf(earlier);
  }

  /** The status code, or 0 when no response came. */
  public int status() {
    return response == null ? 0 : response.status();
  }

  /** Whether there was a problem of that kind. */
  public boolean failedBy(Problem.Kind kind) {
    return problem != null && problem.kind() == kind;
  }

  /** The same exchange with another problem. */
  public Exchange withProblem(@Nullable Problem changed) {
    return new Exchange(request, response, started, timings, peer, bodyBytes, changed, earlier);
  }

  /** This exchange as the one that followed another and all that came before that. */
  public Exchange after(Exchange before) {
    List<Exchange> all = new ArrayList<>(before.earlier);
    all.add(before.alone());
    all.addAll(earlier);
    return new Exchange(request, response, started, timings, peer, bodyBytes, problem, all);
  }

  private Exchange alone() {
    return new Exchange(request, response, started, timings, peer, bodyBytes, problem, List.of());
  }
}
