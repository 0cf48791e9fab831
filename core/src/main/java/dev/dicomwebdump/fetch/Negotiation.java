package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.transport.Transport;
import java.util.function.IntFunction;

/**
 * Finds an Accept header with which the server gives a resource, and remembers for one server which
 * are of no use. Safe for use by many threads.
 */
final class Negotiation {

  private static final int NO_CONTENT = 204;

  private final Asking asking;
  private final AcceptLadders accepts;
  private final int retries;
  private final IntFunction<Transport> withRetries;
  private final LadderMemory ladders = new LadderMemory();
  private final RefusedFrames refusedFrames = new RefusedFrames();

  /**
   * @param withRetries makes a transport for one resource that retries so many times
   */
  Negotiation(DicomWebRoot root, FetchSettings settings, IntFunction<Transport> withRetries) {
    this.asking = new Asking(root, settings);
    this.accepts = new AcceptLadders(settings.accept());
    this.retries = settings.retries();
    this.withRetries = withRetries;
  }

  /**
   * Asks for a resource, step by step.
   *
   * @param further header fields for this resource alone
   */
  Exchange fetch(Resource resource, Headers further, ResponseSink sink)
      throws InterruptedException {
    boolean once = refusedFrames.expects(resource);
    Transport transport = withRetries.apply(once ? 0 : retries);
    AcceptLadder ladder = accepts.of(resource);
    LadderWalk walk = new LadderWalk(ladder, ladders.start(resource, ladder));
    Exchange last = transport.exchange(request(resource, walk, further), sink);
    while (!once && walk.descend(last.status())) {
      last = transport.exchange(request(resource, walk, further), sink).after(last);
    }
    Exchange judged = judged(resource, last);
    learn(resource, walk, judged);
    return judged;
  }

  /** A search that finds nothing is answered with 204: PS3.18 section 10.6.3. */
  static Exchange judged(Resource resource, Exchange last) {
    boolean foundNothing =
        resource.kind().isSearch()
            && last.status() == NO_CONTENT
            && last.failedBy(Problem.Kind.STATUS);
    return foundNothing ? last.withProblem(null) : last;
  }

  private void learn(Resource resource, LadderWalk walk, Exchange last) {
    if (last.problem() == null) {
      ladders.learn(resource, walk);
      refusedFrames.lift(resource);
    } else {
      refusedFrames.add(resource, walk, last.status());
    }
  }

  private Request request(Resource resource, LadderWalk walk, Headers further) {
    return asking.request(resource, walk.accept(), further);
  }
}
