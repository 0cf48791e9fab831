package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.FrameSpan;
import dev.dicomwebdump.resource.Resource;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;

/**
 * Tells which frames of an instance one request asks for. What earlier runs left decides before the
 * wish for many at once: it is found under the names that it was given then. Used under the work
 * list's lock.
 */
final class FrameBatches {

  /** Frames one by one. */
  static final FrameBatches SINGLES = new FrameBatches(() -> 1, List.of(), frame -> false);

  private final IntSupplier most;
  private final List<FrameSpan> held;
  private final IntPredicate isHeldAlone;

  /**
   * @param most the most frames of one request now
   * @param held the spans that have a record
   * @param isHeldAlone whether a frame has a record of its own
   */
  FrameBatches(IntSupplier most, List<FrameSpan> held, IntPredicate isHeldAlone) {
    this.most = most;
    this.held = held;
    this.isHeldAlone = isHeldAlone;
  }

  /** Those of an instance of which nothing is there. */
  static FrameBatches anew(IntSupplier most) {
    return new FrameBatches(most, List.of(), frame -> false);
  }

  /** Those of an instance of which earlier runs may have left something. */
  static FrameBatches resumed(EarlierRecordings earlier, Resource instance, IntSupplier most) {
    return new FrameBatches(
        most, earlier.frameSpans(instance), frame -> earlier.isRecorded(frame(instance, frame)));
  }

  /**
   * The number of the last frame of a request.
   *
   * @param first the number of its first frame
   * @param last the number of the instance's last frame
   */
  int end(int first, int last) {
    for (FrameSpan span : held) {
      if (span.first() == first && span.last() <= last) {
        return span.last();
      }
    }
    int end = first;
    int furthest = (int) Math.min(last, (long) first + most.getAsInt() - 1);
    while (end < furthest && !isHeldAlone.test(first) && isFree(end + 1)) {
      end++;
    }
    return end;
  }

  private boolean isFree(int frame) {
    return held.stream().noneMatch(span -> span.first() == frame) && !isHeldAlone.test(frame);
  }

  private static Resource frame(Resource instance, int number) {
    return Resource.frame(
        instance.requireStudy(), instance.requireSeries(), instance.requireInstance(), number);
  }
}
