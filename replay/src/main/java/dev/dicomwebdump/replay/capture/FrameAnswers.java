package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.FrameSpan;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    return PayloadAnswer.of(frames, accepted);
  }

  /** The one payload of a recorded response by itself, or in a multipart; null where it is none. */
  @Nullable Answer otherwiseWrapped(Resource held, AcceptedTypes accepted) throws IOException {
    List<Payload> payloads = Payload.of(files, files.record(Layout.filesOf(held).record()));
    return payloads.size() == 1 && held.kind().hasPayload()
        ? PayloadAnswer.of(payloads, accepted)
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
}
