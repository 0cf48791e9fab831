package dev.dicomwebdump.dump;

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
}
