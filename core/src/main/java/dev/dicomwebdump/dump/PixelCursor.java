package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.Shortfall;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one instance, by a counter, then its DICOM file where that is wanted. When a
 * thousand frames in a row have failed, the others are not asked for: the number of frames is only
 * what the server says.
 */
final class PixelCursor extends WorkCursor {

  private final StudyRun study;
  private final Resource instance;
  private final Pixels pixels;
  private final RunProgress progress;
  private final FrameRun run = new FrameRun();
  private int asked;
  private int last;
  private boolean fileLeft;

  /** All frames of an instance. */
  PixelCursor(
      StudyRun study, Resource instance, Pixels pixels, boolean wantsFile, RunProgress progress) {
    this(study, instance, pixels, 1, pixels.frames(), wantsFile, progress);
  }

  /**
   * Some frames of an instance.
   *
   * @param instance any resource of the instance
   * @param first the number of the first frame
   * @param last the number of the last frame; there are none when it is less than the first
   */
  PixelCursor(
      StudyRun study,
      Resource instance,
      Pixels pixels,
      int first,
      int last,
      boolean wantsFile,
      RunProgress progress) {
    super(Level.PIXELS, study);
    this.study = study;
    this.instance = instance;
    this.pixels = pixels;
    this.asked = first - 1;
    this.last = last;
    this.fileLeft = wantsFile;
    this.progress = progress;
  }

  @Override
  @Nullable Step next() {
    if (asked < last && run.isHopeless()) {
      giveUpFrames();
    }
    if (asked < last) {
      return new Task.Ask(study, frame(++asked), pixels, run, false);
    }
    if (fileLeft) {
      fileLeft = false;
      return new Task.Ask(study, file(), pixels);
    }
    return null;
  }

  /** All frames in one: an instance may claim to have two thousand million. */
  @Override
  void giveUp(Shortfalls shortfalls) {
    endAfter(any -> asked, shortfalls);
    if (fileLeft) {
      shortfalls.add(Shortfall.pending(file()));
    }
  }

  /**
   * Names no frames behind one.
   *
   * @param end tells the number of that frame; not asked where no frames are left
   * @param shortfalls is told that the others are pending
   */
  void endAfter(ToIntFunction<Resource> end, Shortfalls shortfalls) {
    if (asked < last) {
      int kept = Math.max(asked, end.applyAsInt(instance));
      if (kept < last) {
        shortfalls.add(Shortfall.pendingFrames(frame(kept + 1), last));
        last = kept;
      }
    }
  }

  private void giveUpFrames() {
    study.tally().notAsked(frame(asked + 1), last);
    progress.known((long) asked - last);
    asked = last;
  }

  private Resource frame(int number) {
    return Resource.frame(
        study.study(), instance.requireSeries(), instance.requireInstance(), number);
  }

  private Resource file() {
    return Resource.instance(study.study(), instance.requireSeries(), instance.requireInstance());
  }
}
