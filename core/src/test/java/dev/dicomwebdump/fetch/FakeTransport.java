package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.transport.Transport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server in memory, which answers by a script and remembers what it was asked. */
final class FakeTransport implements Transport {

  final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private final Waits waits;
  private final Function<Request, Answer> server;
  private volatile boolean cancelled;

  FakeTransport(Waits waits, Function<Request, Answer> server) {
    this.waits = waits;
    this.server = server;
  }

  /** Gives one answer after another, and the last for ever. */
  FakeTransport(Waits waits, List<Answer> answers) {
    this(waits, inTurn(answers));
  }

  private static Function<Request, Answer> inTurn(List<Answer> answers) {
    AtomicInteger next = new AtomicInteger();
    return request -> answers.get(Math.min(next.getAndIncrement(), answers.size() - 1));
  }

  @Override
  public Exchange exchange(Request request, ResponseSink sink) {
    requests.add(request);
    Answer answer = cancelled ? Answer.failure(Problem.Kind.CANCELLED) : server.apply(request);
    return answer.to(request, sink, waits.now());
  }

  /** The Accept headers of the requests, in order. */
  List<String> accepts() {
    return requests.stream().map(request -> header(request, "Accept")).toList();
  }

  /** The URLs of the requests, in order. */
  List<String> urls() {
    return requests.stream().map(request -> request.url().toString()).toList();
  }

  /** A header of a request; empty when there is none. */
  static String header(Request request, String name) {
    String value = request.headers().first(name);
    return value == null ? "" : value;
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public void close() {}
}
