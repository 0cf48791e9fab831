package dev.dicomwebdump.record;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.exchange.Timings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a server, as a transport hands it to a sink.
 *
 * @param body its bytes as characters of ISO-8859-1
 * @param wire what is wrong with how it came; null when all of it came
 */
record Answer(@Nullable ResponseHead head, String body, @Nullable Problem wire) {

  static Answer of(int status, String contentType, byte[] body) {
    Headers headers = new Headers(List.of(new Header("Content-Type", contentType)));
    return new Answer(
        new ResponseHead("HTTP/1.1", status, "", headers),
        new String(body, StandardCharsets.ISO_8859_1),
        null);
  }

  static Answer of(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** No response at all. */
  static Answer none(Problem.Kind kind) {
    return new Answer(null, "", new Problem(kind, "scripted"));
  }

  /** The same, after which the wire failed. */
  Answer then(Problem.Kind kind) {
    return new Answer(head, body, new Problem(kind, "scripted"));
  }

  Answer with(String name, String value) {
    if (head == null) {
      throw new IllegalStateException("there is no head");
    }
    List<Header> fields = new ArrayList<>(head.headers().fields());
    fields.add(new Header(name, value));
    ResponseHead changed =
        new ResponseHead(head.httpVersion(), head.status(), "", new Headers(fields));
    return new Answer(changed, body, wire);
  }

  /** Hands over one answer after the other, and tells the last exchange. */
  static Exchange play(ResponseSink sink, String accept, List<Answer> answers) {
    Exchange last = answers.get(0).to(sink, accept);
    for (Answer answer : answers.subList(1, answers.size())) {
      last = answer.to(sink, accept).after(last);
    }
    return last;
  }

  private Exchange to(ResponseSink sink, String accept) {
    Headers headers = new Headers(List.of(new Header("Accept", accept)));
    Request request = new Request(URI.create("https://pacs.example/studies"), headers);
    Problem problem = problem(sink);
    return new Exchange(
        request, head, Instant.EPOCH, Timings.UNKNOWN, null, body.length(), problem, List.of());
  }

  private @Nullable Problem problem(ResponseSink sink) {
    if (head == null) {
      return wire;
    }
    sink.head(head);
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    for (int at = 0; at < bytes.length; at += 7) {
      sink.body(bytes, at, Math.min(7, bytes.length - at));
    }
    Problem found = wire == null ? sink.end() : wire;
    return head.isSuccess() || wire != null
        ? found
        : new Problem(Problem.Kind.STATUS, "status " + head.status());
  }
}
