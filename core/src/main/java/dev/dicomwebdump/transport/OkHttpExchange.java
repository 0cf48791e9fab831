package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.ResponseSink;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** One request on the wire and what came back. Used once, by one thread. */
final class OkHttpExchange {

  /** OkHttp reads a body in pieces of this size at most. */
  private static final int BUFFER_BYTES = 8 * 1024;

  private static final Set<String> TRANSFER_CODINGS = Set.of("chunked", "identity");

  private final Request request;
  private final Call call;
  private final ResponseSink sink;
  private final ByteSize mostBytes;
  private final Failures failures;
  private final BooleanSupplier cancelled;
  private final PhaseClock clock = new PhaseClock();
  private @Nullable ResponseHead head;
  private long promised = -1;
  private long received;

  /**
   * @param request the request as given
   * @param call the same for OkHttp, not yet begun
   * @param mostBytes the most bytes of content that are taken
   * @param cancelled whether the transport was told to end everything
   */
  OkHttpExchange(
      Request request,
      Call call,
      ResponseSink sink,
      ByteSize mostBytes,
      Failures failures,
      BooleanSupplier cancelled) {
    this.request = request;
    this.call = call;
    this.sink = sink;
    this.mostBytes = mostBytes;
    this.failures = failures;
    this.cancelled = cancelled;
  }

  /** Sends the request, and gives the response to the sink. */
  Exchange run() throws InterruptedException {
    call.addEventListener(clock);
    Instant started = Instant.now();
    Problem problem = problem();
    return new Exchange(
        asSent(), head, started, clock.timings(), clock.peer(), received, problem, List.of());
  }

  private @Nullable Problem problem() throws InterruptedException {
    Problem ofTheWire = send();
    if (ofTheWire != null || head == null) {
      return ofTheWire;
    }
    Problem ofTheSink = sink.end();
    Problem ofTheStatus = failures.ofStatus(head);
    return ofTheStatus != null ? ofTheStatus : ofTheSink;
  }

  private @Nullable Problem send() throws InterruptedException {
    try (Response response = call.execute()) {
      promised = response.body().contentLength();
      hand(response.body().source());
    } catch (IOException e) {
      handHead();
      return failure(e);
    }
    // On HTTP/2 OkHttp does not hold a body to its Content-Length.
    return received < promised
        ? Failures.brokeOff(received, promised, "the server ended it")
        : null;
  }

  private void hand(BufferedSource source) throws IOException {
    try {
      handHead();
      requireReadable(head);
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = source.read(buffer); n >= 0; n = source.read(buffer)) {
        take(buffer, n);
      }
    } catch (BodyTooLargeException | RuntimeException | Error e) {
      // So that closing the response does not wait for the rest of the body.
      call.cancel();
      throw e;
    }
  }

  private void take(byte[] buffer, int count) throws BodyTooLargeException {
    int fitting = (int) Math.min(count, mostBytes.bytes() - received);
    received += fitting;
    sink.body(buffer, 0, fitting);
    if (fitting < count) {
      throw new BodyTooLargeException(mostBytes);
    }
  }

  /** Also after a failure, since OkHttp throws away some responses that it finds wrong. */
  private void handHead() {
    Response came = clock.head();
    if (head == null && came != null) {
      head = OkHttpValues.head(came);
      sink.head(head);
    }
  }

  /** OkHttp takes a coding that it does not know for none: the body would not be the content. */
  private static void requireReadable(@Nullable ResponseHead head) throws IOException {
    if (head == null) {
      throw new ProtocolException("there is no cache that could answer this request");
    }
    for (Header field : head.headers()) {
      String coding = field.value().toLowerCase(Locale.ROOT);
      if (field.is("Transfer-Encoding") && !TRANSFER_CODINGS.contains(coding)) {
        throw new ProtocolException("unknown transfer coding \"" + coding + "\"");
      }
    }
  }

  private Problem failure(IOException e) throws InterruptedException {
    if (cancelled.getAsBoolean()) {
      return Failures.CANCELLED;
    }
    if (e instanceof BodyTooLargeException tooLarge) {
      return tooLarge.problem();
    }
    Failures.requireUninterrupted(e);
    if (e instanceof HeadTooSlowException) {
      return whileWaiting(e);
    }
    if (call.isCanceled()) {
      return failures.tookTooLong();
    }
    if (head != null) {
      return failures.whileReceiving(e, received, promised);
    }
    return clock.connection() != null
        ? whileWaiting(e)
        : failures.whileConnecting(e, clock.handshakeBegun());
  }

  private Problem whileWaiting(IOException e) {
    Problem problem = failures.whileWaiting(e);
    // OkHttp ends a head that is too long as it ends one that breaks off.
    return e.getCause() instanceof EOFException
        ? new Problem(problem.kind(), problem.message() + ", or its head has more than 256 KiB")
        : problem;
  }

  private Request asSent() {
    okhttp3.Request sent = clock.sent();
    Connection connection = clock.connection();
    return sent == null || connection == null
        ? request
        : OkHttpValues.asSent(request, sent, connection.protocol());
  }
}
