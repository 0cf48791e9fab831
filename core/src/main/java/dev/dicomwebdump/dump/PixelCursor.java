package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.Shortfall;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import org.jspecify.annotations.Nullable;

/** The frames of one instance, by a counter, then its DICOM file where that is wanted. */
final class PixelCursor extends WorkCursor {

  private final StudyRun study;
  private final Uid series;
  private final Uid instance;
  private final Pixels pixels;
  private int asked;
  private boolean fileLeft;

  PixelCursor(StudyRun study, Uid series, Uid instance, Pixels pixels, boolean wantsFile) {
    super(Level.PIXELS, study);
    this.study = study;
    this.series = series;
    this.instance = instance;
    this.pixels = pixels;
    this.fileLeft = wantsFile;
  }

  @Override
  @Nullable Step next() {
    if (asked < pixels.frames()) {
      asked++;
      return new Task.Ask(study, Resource.frame(study.study(), series, instance, asked), pixels);
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
}
