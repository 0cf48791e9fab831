package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Peer;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.transport.PhaseMarks.Mark;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request over HTTP/1.1 and what came back. Used once, by one thread. */
final class Http1Exchange {

  private final Route route;
  private final RequestHead request;
  private final ResponseSink sink;
  private final Http1Client client;
  private final Guard guard;
  private final PhaseMarks marks = new PhaseMarks();
  private Request known;
  private @Nullable Peer peer;
  private @Nullable ResponseHead head;
  private long promised = -1;
  private long received;

  /**
   * @param route the way to the server
   * @param given the request as given
   * @param request the same for the wire
   * @param client has the connections and the limits
   * @param guard ends it, when need be
   */
  Http1Exchange(
      Route route,
      Request given,
      RequestHead request,
      ResponseSink sink,
      Http1Client client,
      Guard guard) {
    this.route = route;
    this.known = given;
    this.request = request;
    this.sink = sink;
    this.client = client;
    this.guard = guard;
  }

  /**
   * Sends the request, and gives the response to the sink.
   *
   * @throws Http2AgreedException when the server wants to be asked over HTTP/2; nothing was sent
   */
  Exchange run() throws InterruptedException, Http2AgreedException {
    Instant started = Instant.now();
    Problem problem = problem();
    return new Exchange(known, head, started, marks.timings(), peer, received, problem, List.of());
  }

  private @Nullable Problem problem() throws InterruptedException, Http2AgreedException {
    Problem ofTheWire = send();
    marks.first(Mark.END);
    if (ofTheWire != null || head == null) {
      return ofTheWire;
    }
    Problem ofTheSink = sink.end();
    Problem ofTheStatus = route.failures().ofStatus(head);
    return ofTheStatus != null ? ofTheStatus : ofTheSink;
  }

  private @Nullable Problem send() throws InterruptedException, Http2AgreedException {
    if (guard.ended() == Guard.End.CANCELLED) {
      return Failures.CANCELLED;
    }
    try {
      send(client.connection(route.server(), guard, marks));
      return null;
    } catch (Http2AgreedException e) {
      throw e;
    } catch (IOException e) {
      return failure(e);
    }
  }

  private void send(Http1Connection connection) throws IOException, InterruptedException {
    boolean reusable = false;
    try {
      marks.first(Mark.ACQUIRED);
      peer = connection.peer();
      reusable = converse(connection) && connection.in().available() == 0;
      marks.first(Mark.END);
    } finally {
      client.giveBack(connection, guard, reusable);
    }
  }

  /** Returns whether another exchange may follow. */
  private boolean converse(Http1Connection connection) throws IOException, InterruptedException {
    guard.limit(client.settings().firstByteTimeout());
    marks.first(Mark.SEND);
    connection.send(request.bytes());
    marks.first(Mark.SENT);
    known = request.sent();
    WireInput in = connection.in();
    in.require();
    marks.first(Mark.RESPONSE);
    head = new HeadReader(in).read();
    guard.limitEach(client.settings().idleTimeout());
    sink.head(head);
    Framing framing = Framing.of(head);
    promised = framing.length();
    new BodyReader(in, this::take).read(framing);
    requirePromised();
    return framing.keepsConnection();
  }

  private void take(byte[] buffer, int offset, int count) throws BodyTooLargeException {
    ByteSize most = client.settings().maxBody();
    int fitting = (int) Math.min(count, most.bytes() - received);
    received += fitting;
    sink.body(buffer, offset, fitting);
    if (fitting < count) {
      throw new BodyTooLargeException(most);
    }
  }

  /** Chunks and a Content-Length need not agree. */
  private void requirePromised() throws ProtocolException {
    if (promised >= 0 && received != promised) {
      throw new ProtocolException(
          "its chunks have " + received + " bytes, its Content-Length says " + promised);
    }
  }

  private Problem failure(IOException e) throws InterruptedException {
    marks.first(Mark.END);
    Guard.End ended = guard.ended();
    if (ended == Guard.End.CANCELLED) {
      return Failures.CANCELLED;
    }
    if (ended == Guard.End.WHOLE) {
      return route.failures().tookTooLong();
    }
    if (e instanceof BodyTooLargeException tooLarge) {
      return tooLarge.problem();
    }
    Failures.requireUninterrupted(e);
    if (ended == null && head == null && peer != null && peer.reused()) {
      client.metDeadConnection();
    }
    return inItsPhase(ended == Guard.End.PHASE ? timeout(e) : e);
  }

  private Problem inItsPhase(IOException e) {
    Failures failures = route.failures();
    if (head != null) {
      return failures.whileReceiving(e, received, promised);
    }
    return peer != null
        ? failures.whileWaiting(e)
        : failures.whileConnecting(e, marks.has(Mark.TLS));
  }

  private static IOException timeout(IOException e) {
    SocketTimeoutException timeout = new SocketTimeoutException();
    timeout.initCause(e);
    return timeout;
  }
}
