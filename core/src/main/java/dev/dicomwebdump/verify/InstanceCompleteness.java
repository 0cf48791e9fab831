package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.FrameRanges;
import dev.dicomwebdump.archive.FrameSpan;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.crawl.BulkName;
import dev.dicomwebdump.crawl.InstanceFacts;
import dev.dicomwebdump.crawl.InstanceName;
import dev.dicomwebdump.resource.BulkValue;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;

/** Tells what has no record of all that metadata says an instance has. For one thread. */
final class InstanceCompleteness {

  private final StudyFiles files;
  private final Findings findings;
  private final Asked asked;
  private final PayloadOwners owners;
  private final FilesTogether together;

  InstanceCompleteness(StudyFiles files, Findings findings, Asked asked) {
    this.files = files;
    this.findings = findings;
    this.asked = asked;
    this.owners = new PayloadOwners(files);
    this.together = new FilesTogether(files);
  }

  /**
   * Checks an instance.
   *
   * @param name what the level above tells of it
   */
  void check(InstanceName name) {
    Uid study = files.study();
    Resource metadata = Resource.instanceMetadata(study, name.series(), name.instance());
    if (asked.hasOfEveryInstance() && !files.isFolder(Layout.folderOf(metadata))) {
      findings.add(
          Layout.folderOf(metadata), Finding.Kind.MISSING, "the whole instance is not there");
      return;
    }
    if (asked.kinds().contains(ResourceKind.INSTANCE_METADATA)) {
      requireLevel(metadata);
    }
    requireOf(Resource.xmlOf(metadata));
    requireFile(Resource.instance(study, name.series(), name.instance()));
    checkParts(metadata, facts(name, metadata));
  }

  /** Goes on to another series. */
  void series(Uid series) {
    together.series(series);
  }

  /** Sees that a resource was asked for, if its kind was. */
  void requireOf(Resource resource) {
    if (asked.kinds().contains(resource.kind())) {
      require(resource);
    }
  }

  /** Files that came many in one response need not come alone. */
  private void requireFile(Resource file) {
    boolean many =
        asked.kinds().contains(ResourceKind.STUDY_INSTANCES)
            || asked.kinds().contains(ResourceKind.SERIES_INSTANCES);
    boolean alone = many && !together.have(file.requireInstance());
    if (alone || asked.kinds().contains(ResourceKind.INSTANCE)) {
      require(file);
    }
  }

  private void checkParts(Resource metadata, InstanceFacts facts) {
    int frames = facts.pixels().frames();
    if (asked.kinds().contains(ResourceKind.FRAME)) {
      checkFrames(metadata, frames);
    }
    Uid study = files.study();
    Uid series = metadata.requireSeries();
    Uid instance = metadata.requireInstance();
    for (BulkName name : facts.bulk().named()) {
      if (asked.wantsBulk(name.attribute())) {
        BulkValue value = new BulkValue(name.attribute(), name.uri(), URI.create(""), null);
        require(Resource.bulkdata(study, series, instance, value));
      }
    }
    if (frames > 0) {
      requireOf(Resource.rendered(study, series, instance));
      requireOf(Resource.thumbnail(study, series, instance));
    }
  }

  /** Sees that metadata was asked for, if the server has this level of it. */
  void requireLevel(Resource metadata) {
    if (!asked.unsupported().contains(metadata.kind())) {
      require(metadata);
    }
  }

  private void require(Resource resource) {
    String record = Layout.filesOf(resource).record();
    if (!files.isFile(record)) {
      findings.add(record, Finding.Kind.MISSING, "is not there, but metadata names its resource");
    }
  }

  private InstanceFacts facts(InstanceName name, Resource metadata) {
    InstanceFacts told = new InstanceFacts(name.pixels(), name.bulk());
    HadMetadata had = HadMetadata.of(files, metadata);
    if (had == null) {
      return told;
    }
    try (InputStream in = had.open()) {
      return InstanceFacts.read(in, name.instance());
    } catch (IOException e) {
      findings.addUnreadableMetadata(had.path(), e);
      return told;
    }
  }

  /** Looks no further when so many are missing: a number of frames may be anything. */
  private void checkFrames(Resource metadata, int frames) {
    FrameRanges missing = new FrameRanges();
    List<FrameSpan> spans = frames == 0 ? List.of() : owners.spansIn(Layout.framesFolder(metadata));
    int number = 1;
    while (number <= frames && number > 0 && missing.count() < FrameRanges.MAX_RANGES) {
      if (!hasRecord(metadata, number, spans)) {
        missing.add(number);
      }
      number++;
    }
    if (missing.count() > 0) {
      boolean all = number > frames || number < 0;
      findings.add(
          Layout.framesFolder(metadata),
          Finding.Kind.MISSING,
          "of %d frames have no record: %s%s".formatted(frames, missing, all ? "" : ", …"));
    }
  }

  private boolean hasRecord(Resource metadata, int number, List<FrameSpan> spans) {
    return spans.stream().anyMatch(span -> span.has(number))
        || files.isFile(Layout.filesOf(frame(metadata, number)).record());
  }

  private static Resource frame(Resource of, int number) {
    return Resource.frame(of.requireStudy(), of.requireSeries(), of.requireInstance(), number);
  }
}
