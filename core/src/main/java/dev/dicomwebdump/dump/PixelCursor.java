package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.Shortfall;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one instance, by a counter, one by one or several at once, then what else is wanted
 * of it. When two thousand frames in a row have failed, the others are not asked for: the number of
 * frames is only what the server says.
 */
final class PixelCursor extends WorkCursor {

  private final StudyRun study;
  private final NamedInstance instance;
  private final Frames frames;
  private final Iterator<Resource> singles;
  private final Unasked unasked;
  private final RunProgress progress;
  private final FrameRun run = new FrameRun();
  private int asked;
  private int last;
  private @Nullable PixelCursor rendered;

  /**
   * Which frames are asked for, and how.
   *
   * @param first the number of the first
   * @param last the number of the last; there are none when it is less than the first
   * @param rendered whether they are asked for as pictures
   * @param batches how many of them one request asks for
   */
  record Frames(int first, int last, boolean rendered, FrameBatches batches) {

    /** No frame at all. */
    static final Frames NONE = new Frames(1, 0, false, FrameBatches.SINGLES);
  }

  /**
   * What is wanted of an instance beside its frames.
   *
   * @param singles what is asked for each at once
   * @param rendered the frames as pictures; null when they are not wanted
   */
  record Others(Iterator<Resource> singles, @Nullable PixelCursor rendered) {}

  /**
   * @param others what comes after the frames
   * @param unasked hears of frames that are given up
   */
  PixelCursor(
      StudyRun study,
      NamedInstance instance,
      Frames frames,
      Others others,
      Unasked unasked,
      RunProgress progress) {
    super(Level.PIXELS, study);
    this.study = study;
    this.instance = instance;
    this.frames = frames;
    this.singles = others.singles();
    this.rendered = others.rendered();
    this.unasked = unasked;
    this.progress = progress;
    this.asked = frames.first() - 1;
    this.last = frames.last();
  }

  @Override
  @Nullable Step next() {
    if (asked < last && run.isHopeless()) {
      giveUpFrames();
    }
    if (asked < last) {
      int first = asked + 1;
      asked = frames.batches().end(first, last);
      return new Task.Ask(study, resource(first, asked), instance, run, asked > first);
    }
    if (singles.hasNext()) {
      return new Task.Ask(study, singles.next(), instance, null, false);
    }
    PixelCursor pictures = rendered;
    rendered = null;
    return pictures;
  }

  /** All frames in one: an instance may claim to have two thousand million. */
  @Override
  void giveUp(Shortfalls shortfalls) throws IOException {
    endAfter(any -> asked, shortfalls);
    super.giveUp(shortfalls);
  }

  /**
   * Names no frames behind one.
   *
   * @param end tells the number of that frame; not asked where no frames are left
   * @param shortfalls is told that the others are pending
   */
  void endAfter(ToIntFunction<Resource> end, Shortfalls shortfalls) {
    if (asked < last) {
      int kept = Math.max(asked, end.applyAsInt(resource(last, last)));
      if (kept < last) {
        shortfalls.add(Shortfall.pendingFrames(resource(kept + 1, kept + 1), last));
        last = kept;
      }
    }
  }

  private void giveUpFrames() {
    Resource first = resource(asked + 1, asked + 1);
    unasked.failed(first, last, study.tally().notAsked(first, last));
    progress.known((long) asked - last);
    asked = last;
  }

  private Resource resource(int first, int end) {
    return frames.rendered()
        ? Resource.renderedFrame(instance.study(), instance.series(), instance.instance(), first)
        : Resource.frames(instance.study(), instance.series(), instance.instance(), first, end);
  }
}
