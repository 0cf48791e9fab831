package dev.dicomwebdump.testkit.server;

import dev.dicomwebdump.testkit.server.Delivery.Fault;
import dev.dicomwebdump.testkit.server.Delivery.Framing;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketHandler;
import okio.BufferedSink;
import okio.Okio;
import okio.Socket;

/** Sends one answer over one connection or stream, and does what its delivery says. */
final class AnswerWriter implements SocketHandler {
  private final Answer answer;
  private final Delivery delivery;
  private final boolean http2;
  private final java.net.Socket raw;
  private final CountDownLatch closing;

  /**
   * @param raw the connection below TLS
   * @param closing ends stalls
   */
  AnswerWriter(Answer answer, boolean http2, java.net.Socket raw, CountDownLatch closing) {
    this.answer = answer;
    this.delivery = answer.delivery();
    this.http2 = http2;
    this.raw = raw;
    this.closing = closing;
  }

  /** Head and body for the web server; a fault before the head has happened on return. */
  MockResponse response() throws InterruptedException {
    if (delivery.breaksBeforeHead()) {
      breakConnection();
    }
    MockResponse.Builder head = new MockResponse.Builder().code(answer.status()).clearHeaders();
    answer.headers().forEach(header -> head.addHeaderLenient(header.name(), header.value()));
    if (hasBody()) {
      addFraming(head);
    }
    return head.socketHandler(this).build();
  }

  /** Leaves a closed connection, on which the web server then fails to answer. */
  private void breakConnection() throws InterruptedException {
    try {
      if (delivery.fault() == Fault.RESET) {
        Connections.reset(raw);
      } else if (delivery.fault() == Fault.STALL) {
        closing.await();
      }
      raw.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the connection cannot be broken", e);
    }
  }

  private void addFraming(MockResponse.Builder head) {
    if (delivery.framing() == Framing.LENGTH) {
      head.addHeader("Content-Length", answer.body().length());
    } else if (!http2) {
      boolean chunked = delivery.framing() == Framing.CHUNKED;
      head.addHeader(chunked ? "Transfer-Encoding: chunked" : "Connection: close");
    }
  }

  private boolean hasBody() {
    return answer.status() != 204 && answer.status() != 304;
  }

  /** The head is on its way; now the body. */
  @Override
  public void handle(Socket socket) {
    try {
      BufferedSink sink = Okio.buffer(socket.getSink());
      if (hasBody()) {
        writeBody(sink.outputStream());
      }
      sink.flush();
      end(socket, sink);
    } catch (IOException clientWent) {
      // A client may leave at any time; what was to be sent is of no use any more.
      socket.cancel();
    }
  }

  private void writeBody(OutputStream wire) throws IOException {
    OutputStream out =
        delivery.pace().bytes() == 0
            ? wire
            : new ThrottledOutputStream(wire, delivery.pace(), closing);
    out = delivery.fault() == Fault.NONE ? out : new LimitedOutputStream(out, delivery.after());
    if (delivery.framing() == Framing.CHUNKED && !http2) {
      ChunkedOutputStream chunks = new ChunkedOutputStream(out);
      answer.body().writeTo(chunks);
      chunks.finish();
    } else {
      answer.body().writeTo(out);
    }
  }

  private void end(Socket socket, BufferedSink sink) throws IOException {
    if (delivery.fault() == Fault.RESET) {
      Connections.reset(raw);
    } else if (delivery.fault() == Fault.STALL) {
      awaitClosing();
      socket.cancel();
    } else if (delivery.fault() == Fault.CLOSE && delivery.framing() != Framing.UNTIL_CLOSE) {
      socket.cancel();
    } else {
      finish(socket, sink);
    }
  }

  /** On HTTP/2 a stream's end tells the body's; on HTTP/1.1 only the connection's may. */
  private void finish(Socket socket, BufferedSink sink) throws IOException {
    if (http2) {
      sink.close();
    } else if (delivery.framing() == Framing.UNTIL_CLOSE) {
      socket.cancel();
    }
  }

  private void awaitClosing() throws IOException {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted in a stall");
    }
  }
}
