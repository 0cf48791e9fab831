package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.InstanceFacts;
import dev.dicomwebdump.crawl.StudyOutline;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads recorded metadata, and names the resources that come next. */
final class Expansion {

  private final EarlierRecordings earlier;
  private final boolean wantsFiles;
  private final Predicate<Resource> alsoFile;
  private final Predicate<ResourceKind> unsupported;
  private final RunProgress progress;

  /**
   * @param earlier keeps the DICOM files that are there, where none are asked for
   * @param wantsFiles whether DICOM files are asked for
   * @param alsoFile whether a file counts although they are not
   * @param unsupported whether the server is known not to have a level of metadata
   */
  Expansion(
      EarlierRecordings earlier,
      boolean wantsFiles,
      Predicate<Resource> alsoFile,
      Predicate<ResourceKind> unsupported,
      RunProgress progress) {
    this.earlier = earlier;
    this.alsoFile = alsoFile;
    this.wantsFiles = wantsFiles;
    this.unsupported = unsupported;
    this.progress = progress;
  }

  /** Whether a resource is passed over, since the server is known not to have its level. */
  boolean passesOver(ResourceKind level, StudyRun study) {
    if (!unsupported.test(level)) {
      return false;
    }
    study.tally().skipped(level);
    progress.known(-1);
    return true;
  }

  /**
   * What comes after a resource was asked for.
   *
   * @param had the recorded response; null when it was not had, so that the level above stands in
   * @return null when nothing does
   */
  @Nullable WorkCursor after(Task.Ask asked, @Nullable RecordedMetadata had) {
    try {
      return switch (asked.resource().kind()) {
        case STUDY_METADATA -> had == null ? null : seriesOf(asked.study(), had);
        case SERIES_METADATA -> instancesOf(asked.study(), asked.resource().requireSeries(), had);
        case INSTANCE_METADATA -> pixelsOf(asked, had);
        default -> null;
      };
    } catch (IOException e) {
      throw new OutputException("recorded metadata cannot be read back", e);
    }
  }

  WorkCursor instancesOf(StudyRun study, Uid series, @Nullable RecordedMetadata had)
      throws IOException {
    return new InstanceWorkCursor(study, series, had, this);
  }

  WorkCursor pixelsOf(StudyRun study, Uid series, Uid instance, Pixels pixels) {
    study.tally().named(ResourceKind.FRAME, pixels.frames());
    Resource file = Resource.instance(study.study(), series, instance);
    boolean wantsFile = wantsFiles || alsoFile.test(file);
    if (wantsFile) {
      study.tally().named(ResourceKind.INSTANCE, 1);
    } else {
      earlier.keepUnasked(study, file);
    }
    return new PixelCursor(study, file, pixels, wantsFile, progress);
  }

  private WorkCursor seriesOf(StudyRun study, RecordedMetadata had) throws IOException {
    StudyOutline outline;
    try (InputStream metadata = had.open()) {
      outline = StudyOutline.read(metadata, study.study());
    }
    study.metadataHad(new StudyRun.StudyMetadata(had, outline));
    study.tally().outlined(outline, wantsFiles);
    if (outline.unusable() > 0) {
      study
          .tally()
          .unusable(
              Resource.studyMetadata(study.study()),
              outline.unusable() + " entries name no series or no instance that can be asked for");
    }
    progress.known(
        outline.series().size() + outline.instances() * (wantsFiles ? 2 : 1) + outline.frames());
    return new SeriesWorkCursor(study, had, this);
  }

  private WorkCursor pixelsOf(Task.Ask asked, @Nullable RecordedMetadata had) throws IOException {
    Resource resource = asked.resource();
    Pixels pixels = had == null ? asked.pixels() : pixels(resource.requireInstance(), had);
    progress.known((long) pixels.frames() - asked.pixels().frames());
    return pixelsOf(asked.study(), resource.requireSeries(), resource.requireInstance(), pixels);
  }

  private static Pixels pixels(Uid instance, RecordedMetadata had) throws IOException {
    try (InputStream metadata = had.open()) {
      return InstanceFacts.read(metadata, instance).pixels();
    }
  }
}
