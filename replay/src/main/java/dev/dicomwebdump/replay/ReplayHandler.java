package dev.dicomwebdump.replay;

import dev.dicomwebdump.replay.capture.Answer;
import dev.dicomwebdump.replay.capture.Asking;
import dev.dicomwebdump.replay.capture.Capture;
import dev.dicomwebdump.replay.capture.Content;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Gives each request its answer, at its time. */
final class ReplayHandler extends Handler.Abstract {

  private final Capture capture;
  private final Pace pace;
  private final FaultPlan faults;
  private final CrossOrigin crossOrigin;

  ReplayHandler(Capture capture, ReplaySettings settings) {
    this.capture = capture;
    this.pace = settings.pace();
    this.faults = settings.faults();
    this.crossOrigin = new CrossOrigin(settings.cors());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    AnswerWriter writer = new AnswerWriter(request, response, callback);
    HttpFields fields = request.getHeaders();
    if (request.getMethod().equals("OPTIONS")) {
      String wanted = fields.get("Access-Control-Request-Headers");
      writer.write(Answer.said(204, crossOrigin.preflight(wanted), Content.EMPTY), Duration.ZERO);
      return true;
    }
    Answer answer = answer(request);
    Fault fault = faults.next(answer.kind());
    Answer sent =
        answer.with(
            crossOrigin.fields(answer.headers(), fields.get(HttpHeader.ORIGIN)),
            answer.content(),
            answer.length());
    after(
        pace.beforeResponse(answer.timings()),
        request,
        callback,
        () -> write(writer, ByteRange.of(sent, fields.get(HttpHeader.RANGE)), fault));
    return true;
  }

  private void write(AnswerWriter writer, Answer answer, @Nullable Fault fault) {
    if (fault == null) {
      writer.write(answer, pace.ofContent(answer.timings()));
    } else {
      new FaultyWriter(writer).write(answer, fault);
    }
  }

  private Answer answer(Request request) {
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      return ErrorAnswer.of(405, "a dump can be read only").plus("Allow", "GET, HEAD, OPTIONS");
    }
    try {
      return capture.answer(asking(request));
    } catch (IOException e) {
      return ErrorAnswer.unreadable(e);
    }
  }

  private static Asking asking(Request request) {
    List<String> accepts = request.getHeaders().getValuesList(HttpHeader.ACCEPT);
    return new Asking(
        Objects.requireNonNullElse(request.getHttpURI().getPath(), "/"),
        Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""),
        accepts.isEmpty() ? Asking.ANYTHING : String.join(", ", accepts),
        request.getHttpURI().getScheme() + "://" + request.getHttpURI().getAuthority());
  }

  private static void after(Duration wait, Request request, Callback callback, Runnable action) {
    if (wait.isZero()) {
      action.run();
    } else {
      request
          .getComponents()
          .getScheduler()
          .schedule(
              () -> request.getComponents().getExecutor().execute(orFailed(action, callback)),
              wait.toNanos(),
              TimeUnit.NANOSECONDS);
    }
  }

  /** Outside of the handler nobody else would end the exchange. */
  private static Runnable orFailed(Runnable action, Callback callback) {
    return () -> {
      try {
        action.run();
      } catch (RuntimeException e) {
        callback.failed(e);
      }
    };
  }
}
