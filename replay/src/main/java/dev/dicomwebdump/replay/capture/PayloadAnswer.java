package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.exchange.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer made of payloads: a new multipart of them, or one by itself. */
final class PayloadAnswer {

  private PayloadAnswer() {}

  /**
   * A multipart of them where that is accepted, else the one by itself.
   *
   * @param payloads one at least
   * @return null when neither is accepted
   */
  static @Nullable Answer of(List<Payload> payloads, AcceptedTypes accepted) {
    if (payloads.stream()
        .allMatch(each -> accepted.takeMultipart(each.plainType(), each.syntax()))) {
      return multipart(payloads);
    }
    Payload first = payloads.get(0);
    return payloads.size() == 1 && accepted.takeAlone(first.plainType(), first.syntax())
        ? Answer.derived(first.type(), first.content())
        : null;
  }

  private static Answer multipart(List<Payload> payloads) {
    String boundary = boundary(payloads);
    List<Content> pieces = new ArrayList<>();
    for (Payload payload : payloads) {
      pieces.add(Content.of((pieces.isEmpty() ? "" : "\r\n") + partHead(boundary, payload)));
      pieces.add(payload.content());
    }
    pieces.add(Content.of("\r\n--" + boundary + "--\r\n"));
    String type = payloads.get(0).plainType().type();
    return Answer.derived(
        "multipart/related; type=\"" + type + "\"; boundary=" + boundary, new Joined(pieces));
  }

  private static String partHead(String boundary, Payload payload) {
    StringBuilder head = new StringBuilder("--" + boundary + "\r\n");
    for (Header header : payload.headers()) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  /** The same for the same payloads. That it occurs in one of them is as good as impossible. */
  private static String boundary(List<Payload> payloads) {
    StringBuilder seed = new StringBuilder();
    payloads.forEach(payload -> seed.append(payload.headers()).append(payload.content().length()));
    return "dicomweb-dump-"
        + UUID.nameUUIDFromBytes(seed.toString().getBytes(StandardCharsets.UTF_8));
  }
}
