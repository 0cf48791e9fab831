package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.Shortfall;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one instance, by a counter, then its DICOM file where that is wanted. When a
 * thousand frames in a row have failed, the others are not asked for: the number of frames is only
 * what the server says.
 */
final class PixelCursor extends WorkCursor {

  private final StudyRun study;
  private final Uid series;
  private final Uid instance;
  private final Pixels pixels;
  private final RunProgress progress;
  private final FrameRun run = new FrameRun();
  private int asked;
  private boolean fileLeft;

  PixelCursor(
      StudyRun study,
      Uid series,
      Uid instance,
      Pixels pixels,
      boolean wantsFile,
      RunProgress progress) {
    super(Level.PIXELS, study);
    this.study = study;
    this.series = series;
    this.instance = instance;
    this.pixels = pixels;
    this.fileLeft = wantsFile;
    this.progress = progress;
  }

  @Override
  @Nullable Step next() {
    if (asked < pixels.frames() && run.isHopeless()) {
      giveUpFrames();
    }
    if (asked < pixels.frames()) {
      return new Task.Ask(study, frame(++asked), pixels, run);
    }
    if (fileLeft) {
      fileLeft = false;
      return new Task.Ask(study, Resource.instance(study.study(), series, instance), pixels);
    }
    return null;
  }

  /** All frames in one: an instance may claim to have two thousand million. */
  @Override
  void giveUp(Shortfalls shortfalls) {
    if (asked < pixels.frames()) {
      Resource first = Resource.frame(study.study(), series, instance, asked + 1);
      shortfalls.add(Shortfall.pendingFrames(first, pixels.frames()));
    }
    if (fileLeft) {
      Resource file = Resource.instance(study.study(), series, instance);
      shortfalls.add(Shortfall.pending(file));
    }
  }

  private void giveUpFrames() {
    study.tally().notAsked(frame(asked + 1), pixels.frames());
    progress.known((long) asked - pixels.frames());
    asked = pixels.frames();
  }

  private Resource frame(int number) {
    return Resource.frame(study.study(), series, instance, number);
  }
}
