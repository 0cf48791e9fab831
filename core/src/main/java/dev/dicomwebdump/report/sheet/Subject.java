package dev.dicomwebdump.report.sheet;

import dev.dicomwebdump.archive.FrameSpan;
import dev.dicomwebdump.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one picture of the sheet is to show. Immutable.
 *
 * @param instance the metadata of the instance, which names it
 * @param frame the frame's number, from 1; 0 for the instance as such
 * @param span the response in which the frame came with others; null where it came alone
 */
record Subject(Resource instance, int frame, @Nullable FrameSpan span) {

  /** An instance as such, of which no frame was recorded. */
  static Subject whole(Resource instance) {
    return new Subject(instance, 0, null);
  }

  /** A frame that was asked for by itself. */
  static Subject frame(Resource instance, int number) {
    return new Subject(instance, number, null);
  }

  /** A frame that came with others. */
  static Subject frame(Resource instance, int number, FrameSpan span) {
    return new Subject(instance, number, span);
  }

  /** The resources that may show it: first the frame itself, then what the server made of it. */
  List<Resource> shownBy() {
    List<Resource> showing = new ArrayList<>();
    if (frame > 0) {
      showing.add(
          span == null
              ? Resource.frame(
                  instance.requireStudy(),
                  instance.requireSeries(),
                  instance.requireInstance(),
                  frame)
              : span.of(instance));
    }
    showing.add(renderedFrame());
    showing.add(
        Resource.rendered(
            instance.requireStudy(), instance.requireSeries(), instance.requireInstance()));
    showing.add(
        Resource.thumbnail(
            instance.requireStudy(), instance.requireSeries(), instance.requireInstance()));
    return showing;
  }

  /** Which of the payloads of a response it is, from 0. */
  int partOf(Resource resource) {
    return span != null && resource.frames().size() > 1 ? frame - span.first() : 0;
  }

  private Resource renderedFrame() {
    return Resource.renderedFrame(
        instance.requireStudy(),
        instance.requireSeries(),
        instance.requireInstance(),
        Math.max(1, frame));
  }
}
