package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.crawl.BulkName;
import dev.dicomwebdump.crawl.BulkNames;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.BulkValue;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names what a dump wants of one instance, but its metadata in JSON. */
final class InstanceParts {

  private final EarlierRecordings earlier;
  private final Selection selection;
  private final Predicate<Resource> also;
  private final BulkAddresses addresses;
  private final BatchSize batchSize;
  private final Unasked unasked;
  private final RunProgress progress;

  /**
   * @param earlier keeps what is there and is not asked for
   * @param also what counts although it is not asked for
   * @param batchSize how many frames one request asks for
   * @param unasked hears of what is not asked for
   */
  InstanceParts(
      EarlierRecordings earlier,
      Selection selection,
      Predicate<Resource> also,
      BulkAddresses addresses,
      BatchSize batchSize,
      Unasked unasked,
      RunProgress progress) {
    this.earlier = earlier;
    this.selection = selection;
    this.also = also;
    this.addresses = addresses;
    this.batchSize = batchSize;
    this.unasked = unasked;
    this.progress = progress;
  }

  /** All that is wanted of an instance. */
  WorkCursor of(StudyRun study, NamedInstance instance) {
    int own = instance.facts().pixels().frames();
    study.tally().instance(own);
    int frames = selection.has(Content.FRAMES) ? own : 0;
    named(study, ResourceKind.FRAME, frames);
    List<Resource> singles = singles(study, instance);
    for (Resource resource : singles) {
      named(study, resource.kind(), 1);
    }
    if (study.isResumed()) {
      keepUnasked(study, instance, new HashSet<>(singles));
    }
    PixelCursor.Others others =
        new PixelCursor.Others(singles.iterator(), renderedFrames(study, instance));
    return new PixelCursor(
        study, instance, frames(study, instance, frames), others, unasked, progress);
  }

  /**
   * Frames of an instance, one by one.
   *
   * @param first the number of the first
   * @param last the number of the last
   * @param rendered whether they are asked for as pictures
   */
  PixelCursor alone(StudyRun study, NamedInstance instance, int first, int last, boolean rendered) {
    PixelCursor.Frames frames = new PixelCursor.Frames(first, last, rendered, FrameBatches.SINGLES);
    PixelCursor.Others none = new PixelCursor.Others(Collections.emptyIterator(), null);
    return new PixelCursor(study, instance, frames, none, unasked, progress);
  }

  /**
   * Some values of an instance.
   *
   * @return those that may be asked for; what may not is counted as a failure
   */
  Stream<Resource> bulkdata(StudyRun study, NamedInstance instance, Predicate<BulkName> wanted) {
    URI metadata = URI.create(instance.metadata());
    return instance.facts().bulk().named().stream()
        .filter(wanted)
        .flatMap(name -> bulkdata(study, instance, name, metadata));
  }

  private PixelCursor.Frames frames(StudyRun study, NamedInstance instance, int last) {
    IntSupplier most = () -> batchSize.most(instance.instance());
    FrameBatches batches =
        study.isResumed() && last > 0
            ? FrameBatches.resumed(earlier, instance.file(), most)
            : FrameBatches.anew(most);
    return new PixelCursor.Frames(1, last, false, batches);
  }

  private @Nullable PixelCursor renderedFrames(StudyRun study, NamedInstance instance) {
    int frames = instance.facts().pixels().frames();
    if (!selection.has(Content.RENDERED) || frames < 2) {
      return null;
    }
    named(study, ResourceKind.RENDERED, frames);
    return alone(study, instance, 1, frames, true);
  }

  private void named(StudyRun study, ResourceKind kind, long more) {
    progress.known(study.tally().named(kind, more));
  }

  private List<Resource> singles(StudyRun study, NamedInstance of) {
    List<Resource> singles = new ArrayList<>();
    if (wantsFile(study, of)) {
      singles.add(of.file());
    }
    if (selection.has(Content.BULKDATA)) {
      singles.addAll(bulkdata(study, of));
    }
    boolean pixels = of.facts().pixels().frames() > 0;
    if (selection.has(Content.RENDERED) && pixels) {
      singles.add(Resource.rendered(of.study(), of.series(), of.instance()));
    }
    if (selection.has(Content.THUMBNAILS) && pixels) {
      singles.add(Resource.thumbnail(of.study(), of.series(), of.instance()));
    }
    if (selection.has(Content.INSTANCE_METADATA) && selection.format().hasXml()) {
      singles.add(Resource.xmlOf(of.instanceMetadata()));
    }
    return singles;
  }

  /** Where files come many at once, those that did not come are asked for one by one. */
  private boolean wantsFile(StudyRun study, NamedInstance of) {
    boolean many =
        selection.has(Content.STUDY_INSTANCES) || selection.has(Content.SERIES_INSTANCES);
    return selection.has(Content.INSTANCES)
        || also.test(of.file())
        || (many && !study.hasCome(of.instance()));
  }

  private List<Resource> bulkdata(StudyRun study, NamedInstance of) {
    BulkNames names = of.facts().bulk();
    if (names.unusable() > 0) {
      String why = names.unusable() + " values lie elsewhere, and have no place in a dump";
      study.tally().unusable(of.instanceMetadata(), why);
    }
    if (names.named().isEmpty()) {
      return List.of();
    }
    BulkDataOptions.Choice choice = selection.bulkdata().choice();
    return bulkdata(study, of, name -> choice.has(name.attribute())).toList();
  }

  private Stream<Resource> bulkdata(StudyRun study, NamedInstance of, BulkName name, URI metadata) {
    try {
      return Stream.of(bulkdata(of, name, addresses.resolve(metadata, name.uri())));
    } catch (IllegalArgumentException e) {
      Problem problem = new Problem(Problem.Kind.ADDRESS, String.valueOf(e.getMessage()));
      Resource value = bulkdata(of, name, metadata);
      study.tally().noAddress(value, problem);
      unasked.failed(value, problem);
      return Stream.of();
    }
  }

  private static Resource bulkdata(NamedInstance of, BulkName name, URI url) {
    BulkValue value = new BulkValue(name.attribute(), name.uri(), url, name.mediaType());
    return Resource.bulkdata(of.study(), of.series(), of.instance(), value);
  }

  private void keepUnasked(StudyRun study, NamedInstance of, Set<Resource> singles) {
    Resource file = of.file();
    String folder = Layout.folderOf(file);
    List<String> folders =
        List.of(folder, folder + "/_", Layout.framesFolder(file), Layout.bulkdataFolder(file));
    earlier.keepUnasked(study, folders, resource -> isAsked(resource, of, singles));
  }

  private boolean isAsked(Resource resource, NamedInstance of, Set<Resource> singles) {
    return switch (resource.kind()) {
      case INSTANCE_METADATA -> wantsMetadata(of);
      case FRAME -> selection.has(Content.FRAMES);
      case RENDERED -> selection.has(Content.RENDERED);
      default -> singles.contains(resource);
    };
  }

  /** Whether an instance's metadata in JSON is asked for. */
  boolean wantsMetadata(NamedInstance of) {
    return of.needed()
        || also.test(of.instanceMetadata())
        || selection.hasJson(Content.INSTANCE_METADATA);
  }
}
