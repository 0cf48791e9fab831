package dev.dicomwebdump.replay;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.replay.capture.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Writes one answer onto its connection. For one thread. */
final class AnswerWriter {

  private static final int BUFFER = 1 << 16;

  private final Request request;
  private final Response response;
  private final Callback callback;

  /**
   * @param callback hears once when the answer is written, or breaks off
   */
  AnswerWriter(Request request, Response response, Callback callback) {
    this.request = request;
    this.response = response;
    this.callback = callback;
  }

  /**
   * Writes all of it.
   *
   * @param time how long the content takes
   */
  void write(Answer answer, Duration time) {
    if (answer.status() == 0) {
      withhold();
      return;
    }
    InputStream in;
    try {
      in = answer.content().open();
    } catch (IOException e) {
      write(ErrorAnswer.unreadable(e), Duration.ZERO);
      return;
    }
    try (in) {
      whole(in, answer, time);
    } catch (IOException e) {
      callback.failed(e);
    }
  }

  private void whole(InputStream in, Answer answer, Duration time) throws IOException {
    head(answer);
    if (request.getMethod().equals("HEAD")) {
      response.write(true, null, callback);
    } else {
      content(in, answer, time);
    }
  }

  /** Status and header fields, with the length, and the date where one was recorded. */
  void head(Answer answer) {
    response.setStatus(answer.status());
    String reason = answer.reason();
    if (reason != null && !reason.equals(HttpStatus.getMessage(answer.status()))) {
      request.addHttpStreamWrapper(stream -> new ReasonPhrase(stream, reason));
    }
    HttpFields.Mutable fields = response.getHeaders();
    for (Header field : answer.headers()) {
      // Without the name's constant, which would be written in its own case.
      fields.add(new HttpField(null, field.name(), field.is("Date") ? now() : raw(field.value())));
    }
    if (answer.length() >= 0 && answer.status() != 204 && answer.status() != 304) {
      fields.put(HttpHeader.CONTENT_LENGTH, answer.length());
    }
  }

  /** A piece of the content, with the head where it is the first. */
  void piece(byte[] bytes, int length) throws IOException {
    Content.Sink.write(response, false, ByteBuffer.wrap(bytes, 0, length));
  }

  /** Ends the connection where HTTP/1.1 is spoken, else the stream. */
  void breakOff() {
    callback.failed(new IOException("it breaks off, as it should"));
  }

  /** As {@link #breakOff()}, after a while. */
  void breakOffAfter(Duration time) {
    request
        .getComponents()
        .getScheduler()
        .schedule(this::breakOff, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends the connection, with HTTP/2 the stream, in place of a response. */
  private void withhold() {
    request.addHttpStreamWrapper(NoResponse::new);
    breakOff();
  }

  /** Resets the connection; with HTTP/2, for all that it carries. */
  void reset() {
    EndPoint end = request.getConnectionMetaData().getConnection().getEndPoint();
    if (end.getTransport() instanceof SocketChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        callback.failed(e);
        return;
      }
    }
    end.close();
    breakOff();
  }

  private void content(InputStream in, Answer answer, Duration time) throws IOException {
    byte[] buffer = new byte[(int) Math.max(1, Math.min(BUFFER, bufferFor(answer)))];
    long written = 0;
    int read = in.readNBytes(buffer, 0, buffer.length);
    while (read == buffer.length && written + read != answer.content().length()) {
      piece(buffer, read);
      written += read;
      pause(time, read, answer.content().length());
      read = in.readNBytes(buffer, 0, buffer.length);
    }
    pause(time, read, answer.content().length());
    if (answer.cut()) {
      piece(buffer, read);
      breakOff();
    } else if (written + read < answer.content().length()) {
      fellShort();
    } else {
      response.write(true, ByteBuffer.wrap(buffer, 0, read), callback);
    }
  }

  /** A file of the dump has fewer bytes than its record says. */
  private void fellShort() {
    if (response.isCommitted()) {
      breakOff();
    } else {
      response.reset();
      write(ErrorAnswer.of(500, "a file has lost bytes; verify tells which"), Duration.ZERO);
    }
  }

  private static long bufferFor(Answer answer) {
    return answer.content().length() < 0 ? BUFFER : answer.content().length();
  }

  private static void pause(Duration time, int piece, long all) throws IOException {
    long nanos = all <= 0 ? 0 : (long) (time.toNanos() * ((double) piece / all));
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server ends", e);
    }
  }

  private static @Nullable String now() {
    return DateGenerator.formatDate(System.currentTimeMillis());
  }

  /** Header lines are read as UTF-8 when they are recorded, and written byte by byte. */
  private static String raw(String value) {
    return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
