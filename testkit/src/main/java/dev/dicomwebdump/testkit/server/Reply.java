package dev.dicomwebdump.testkit.server;

import java.util.function.UnaryOperator;

/**
 * What a rule makes of the normal answer. Replies are made by {@link Replies} and {@link Faults}
 * and put together here.
 */
@FunctionalInterface
public interface Reply {

  /**
   * The answer to send; called by several threads at once.
   *
   * @param normal what the server would answer without the rule
   */
  Answer to(ReceivedRequest request, Answer normal);

  /** This reply, then changed by another: {@code gzip().then(Faults.cutAfter(20))}. */
  default Reply then(Reply next) {
    return (request, normal) -> next.to(request, to(request, normal));
  }

  /** With one header more. */
  default Reply header(String name, String value) {
    return (request, normal) -> to(request, normal).withHeader(name, value);
  }

  /** With that Content-Type in place of any other. */
  default Reply contentType(String value) {
    return withoutHeader("Content-Type").header("Content-Type", value);
  }

  /** Without the headers of that name. */
  default Reply withoutHeader(String name) {
    return (request, normal) -> to(request, normal).withoutHeader(name);
  }

  /** With that text as its body. */
  default Reply body(String text) {
    return (request, normal) -> to(request, normal).withBody(Body.of(text));
  }

  /** With a body made of its body, such as one without its last line. */
  default Reply body(UnaryOperator<byte[]> change) {
    return (request, normal) -> {
      Answer answer = to(request, normal);
      return answer.withBody(Body.of(change.apply(answer.body().bytes())));
    };
  }
}
