package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Peer;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.exchange.Timings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link FakeTransport} does with a request. */
record Answer(
    @Nullable ResponseHead head, Problem.@Nullable Kind failure, boolean onReusedConnection) {

  static final Answer OK = status(200);
  static final Answer DEAD_CONNECTION = new Answer(null, Problem.Kind.CONNECT, true);

  static Answer status(int status) {
    return new Answer(new ResponseHead("HTTP/1.1", status, "", Headers.NONE), null, false);
  }

  static Answer status(int status, String name, String value) {
    Headers headers = new Headers(List.of(new Header(name, value)));
    return new Answer(new ResponseHead("HTTP/1.1", status, "", headers), null, false);
  }

  /** No response at all. */
  static Answer failure(Problem.Kind kind) {
    return new Answer(null, kind, false);
  }

  /** A response with something wrong about it. */
  Answer with(Problem.Kind kind) {
    return new Answer(head, kind, onReusedConnection);
  }

  Exchange to(Request request, ResponseSink sink, Instant now) {
    Peer peer = new Peer("127.0.0.1", 50000, onReusedConnection);
    return new Exchange(request, head, now, Timings.UNKNOWN, peer, 0, problem(sink), List.of());
  }

  private @Nullable Problem problem(ResponseSink sink) {
    if (head != null) {
      sink.head(head);
    }
    if (failure != null) {
      return new Problem(failure, "scripted");
    }
    Problem found = sink.end();
    return head == null || head.isSuccess()
        ? found
        : new Problem(Problem.Kind.STATUS, "status " + head.status());
  }
}
