package dev.dicomwebdump.stress;

import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.fetch.Fetcher;
import dev.dicomwebdump.proof.JudgedResponse;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds out, before a run, which Accept header a server takes for each kind of resource, as a dump
 * does: under load, a request is to be one request. Used by one thread.
 *
 * @param maxBody the most bytes of a response after decoding
 * @param warnings hears of kinds of which nothing was had
 */
record LearntAccepts(Fetcher fetcher, ByteSize maxBody, Consumer<String> warnings) {

  /** The same list with what each request is asked for as. */
  AskList of(AskList list) throws InterruptedException {
    Map<ResourceKind, String> accepts = new EnumMap<>(ResourceKind.class);
    for (ResourceKind kind : list.found().keySet()) {
      accepts.put(kind, learn(kind, list.of(Set.of(kind))));
    }
    List<Ask> asks = list.asks().stream().map(ask -> with(ask, accepts)).toList();
    return new AskList(asks, list.found(), list.unread());
  }

  private static Ask with(Ask ask, Map<ResourceKind, String> accepts) {
    String accept = Objects.requireNonNull(accepts.get(ask.resource().kind()), "all are learnt");
    return new Ask(ask.resource(), ask.pixels(), accept);
  }

  /** One refusal may be of the instance alone: so up to three are asked. */
  private String learn(ResourceKind kind, List<Ask> asks) throws InterruptedException {
    List<Integer> places = Stream.of(0, asks.size() / 2, asks.size() - 1).distinct().toList();
    Exchange last = null;
    for (int place : places) {
      last = fetch(asks.get(place));
      if (last.problem() == null) {
        return accept(last.request());
      }
    }
    Exchange refused = Objects.requireNonNull(last, "a list has something of each of its kinds");
    Problem problem = Objects.requireNonNull(refused.problem());
    warnings.accept(
        "none of %d %s that were tried was had: %s"
            .formatted(places.size(), kind.published(), problem.message()));
    return accept(
        refused.earlier().isEmpty() ? refused.request() : refused.earlier().get(0).request());
  }

  private Exchange fetch(Ask ask) throws InterruptedException {
    JudgedResponse response = new JudgedResponse(ask.resource(), ask.pixels(), maxBody);
    Exchange exchange = fetcher.fetch(ask.resource(), Headers.NONE, response);
    if (exchange.status() == 401) {
      Refusal.check(exchange);
    }
    return exchange;
  }

  private static String accept(Request request) {
    return Objects.requireNonNullElse(request.headers().first("Accept"), "*/*");
  }
}
