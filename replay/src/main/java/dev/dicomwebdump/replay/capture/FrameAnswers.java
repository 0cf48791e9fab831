package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.FrameSpan;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers that no request was recorded for, made of payloads that came with others: frames of a
 * list from single ones, single ones from a list, a payload without its multipart.
 */
final class FrameAnswers {

  private final DumpFiles files;

  FrameAnswers(DumpFiles files) {
    this.files = files;
  }

  /** The frames that were asked for; null when one of them is not held. */
  @Nullable Answer frames(Resource asked, AcceptedTypes accepted) throws IOException {
    List<Payload> frames = new ArrayList<>();
    for (int number : asked.frames()) {
      Payload frame = frame(asked, number);
      if (frame == null) {
        return null;
      }
      frames.add(frame);
    }
    return answer(frames, accepted);
  }

  /** The one payload of a recorded response by itself, or in a multipart; null where it is none. */
  @Nullable Answer otherwiseWrapped(Resource held, AcceptedTypes accepted) throws IOException {
    List<Payload> payloads = Payload.of(files, files.record(Layout.filesOf(held).record()));
    return payloads.size() == 1 && held.kind().hasPayload() ? answer(payloads, accepted) : null;
  }

  private static @Nullable Answer answer(List<Payload> payloads, AcceptedTypes accepted) {
    Payload first = payloads.get(0);
    if (accepted.takeMultipart(first.plainType(), first.syntax())) {
      return multipart(payloads);
    }
    return payloads.size() == 1 && accepted.takeAlone(first.plainType(), first.syntax())
        ? Answer.derived(first.type(), first.content())
        : null;
  }

  private @Nullable Payload frame(Resource instance, int number) throws IOException {
    Resource single =
        Resource.frame(
            instance.requireStudy(), instance.requireSeries(), instance.requireInstance(), number);
    List<Payload> own = Payload.of(files, files.record(Layout.filesOf(single).record()));
    return own.size() == 1 ? own.get(0) : ofSpan(instance, number);
  }

  private @Nullable Payload ofSpan(Resource instance, int number) throws IOException {
    for (FrameSpan span : spans(instance)) {
      Resource frames = span.of(instance);
      List<Payload> all =
          span.has(number)
              ? Payload.of(files, files.record(Layout.filesOf(frames).record()))
              : List.of();
      if (all.size() == frames.frames().size()) {
        return all.get(number - span.first());
      }
    }
    return null;
  }

  private List<FrameSpan> spans(Resource instance) throws IOException {
    return files.names(Layout.framesFolder(instance)).stream()
        .map(FrameSpan::ofRecord)
        .filter(Objects::nonNull)
        .toList();
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
