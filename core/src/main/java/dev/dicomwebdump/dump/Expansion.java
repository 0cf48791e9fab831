package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.crawl.InstanceFacts;
import dev.dicomwebdump.crawl.InstanceName;
import dev.dicomwebdump.crawl.SeriesName;
import dev.dicomwebdump.crawl.StudyOutline;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.InstanceUids;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads recorded metadata, and names the resources that come next. */
final class Expansion {

  private final EarlierRecordings earlier;
  private final Selection selection;
  private final SelectionMatch match;
  private final InstanceParts parts;
  private final BatchSize batchSize;
  private final Predicate<ResourceKind> unsupported;
  private final Searches searches;
  private final RunProgress progress;

  /**
   * @param earlier finds what is there, and keeps what is not asked for
   * @param match tells what of it is wanted, and remembers it
   * @param parts names what is wanted of each instance
   * @param unsupported whether the server is known not to have a level of metadata
   */
  Expansion(
      EarlierRecordings earlier,
      Selection selection,
      SelectionMatch match,
      InstanceParts parts,
      BatchSize batchSize,
      Predicate<ResourceKind> unsupported,
      RunProgress progress) {
    this.earlier = earlier;
    this.selection = selection;
    this.match = match;
    this.parts = parts;
    this.batchSize = batchSize;
    this.unsupported = unsupported;
    this.progress = progress;
    this.searches = new Searches(earlier, progress);
  }

  /**
   * What comes after a resource was asked for.
   *
   * @param exchange what came of it; null when it was passed over
   * @param had the recorded response; null when it was not had, so that the level above stands in
   * @return null when nothing does
   */
  @Nullable WorkCursor after(
      Task.Ask asked, @Nullable Exchange exchange, @Nullable RecordedMetadata had) {
    StudyRun study = asked.study();
    Search search = asked.search();
    try {
      if (search != null && exchange != null) {
        return searches.after(asked, search, exchange, had, this);
      }
      return switch (asked.resource().kind()) {
        case STUDY_METADATA -> below(study, exchange, had);
        case STUDY_INSTANCES -> {
          come(study, asked.resource());
          yield series(study);
        }
        case SERIES_METADATA -> inSeries(study, asked.resource().requireSeries());
        case SERIES_INSTANCES -> {
          come(study, asked.resource());
          yield instances(study, asked.resource().requireSeries());
        }
        case INSTANCE_METADATA -> instance(asked, had);
        case FRAME -> frames(asked, had != null);
        default -> null;
      };
    } catch (IOException e) {
      throw new OutputException("recorded metadata cannot be read back", e);
    }
  }

  /** What comes when a study was named: its metadata, or its series at once. */
  Step intoStudy(StudyRun study) {
    Resource metadata = Resource.studyMetadata(study.study());
    if (isAsked(study, metadata)) {
      study.tally().named(ResourceKind.STUDY_METADATA, 1);
      return new Task.Ask(study, metadata);
    }
    progress.known(-1);
    try {
      return below(study);
    } catch (IOException e) {
      throw new OutputException("recorded metadata cannot be read back", e);
    }
  }

  /** A search that is asked for again from its first page. */
  Step searchAgain(StudyRun study, Resource page) {
    return page.kind() == ResourceKind.SERIES_SEARCH
        ? searches.series(study, walked())
        : searches.instances(study, page.series(), page.series() == null ? null : walked());
  }

  /** Whether a series is among those that are wanted. */
  boolean wants(SeriesName series) {
    return match.wants(series);
  }

  /** What comes when a series was named: its metadata, or its instances at once. */
  @Nullable Step intoSeries(StudyRun study, Uid series) throws IOException {
    Resource metadata = Resource.seriesMetadata(study.study(), series);
    if (!isAsked(study, metadata)) {
      return inSeries(study, series);
    }
    named(study, ResourceKind.SERIES_METADATA);
    return passesOver(ResourceKind.SERIES_METADATA, study)
        ? inSeries(study, series)
        : new Task.Ask(study, metadata);
  }

  /** What comes when metadata named an instance: its own metadata, or all else of it at once. */
  @Nullable Step intoInstance(StudyRun study, InstanceName name, String metadata) {
    return intoInstance(study, name, metadata, false);
  }

  /** What comes when a search named an instance, of which it may tell little. */
  @Nullable Step intoFound(StudyRun study, InstanceName name, String page) {
    boolean noFrames = name.pixels().frames() == 0;
    return intoInstance(study, name, page, selection.needsMetadata(noFrames));
  }

  private @Nullable Step intoInstance(
      StudyRun study, InstanceName name, String metadata, boolean needed) {
    if (!match.wants(name.instance())) {
      return null;
    }
    NamedInstance instance =
        new NamedInstance(
            study.study(),
            name.series(),
            name.instance(),
            new InstanceFacts(name.pixels(), name.bulk()),
            metadata,
            needed);
    if (!parts.wantsMetadata(instance)) {
      return parts.of(study, instance);
    }
    named(study, ResourceKind.INSTANCE_METADATA);
    return passesOver(ResourceKind.INSTANCE_METADATA, study)
        ? parts.of(study, instance)
        : new Task.Ask(study, instance.instanceMetadata(), instance, null, true);
  }

  /** Whether a resource is passed over, since the server is known not to have its level. */
  private boolean passesOver(ResourceKind level, StudyRun study) {
    if (!unsupported.test(level)) {
      return false;
    }
    study.tally().skipped(level);
    progress.known(-1);
    return true;
  }

  private WorkCursor below(
      StudyRun study, @Nullable Exchange exchange, @Nullable RecordedMetadata had)
      throws IOException {
    if (had != null && !selection.namesBySearch()) {
      outline(study, had);
    }
    if (exchange != null && isHopeless(exchange)) {
      study.forbid();
    }
    return below(study);
  }

  /** Where the server refuses the study as such, or is not there, a search will not do better. */
  private static boolean isHopeless(Exchange exchange) {
    return exchange.response() == null || exchange.status() == 401 || exchange.status() == 403;
  }

  private WorkCursor below(StudyRun study) throws IOException {
    if (!selection.has(Content.STUDY_INSTANCES)) {
      return series(study);
    }
    Task.Ask files = named(study, Resource.studyInstances(study.study()), true);
    return new AskCursor(WorkCursor.Level.SERIES, study, List.of(files));
  }

  private void outline(StudyRun study, RecordedMetadata had) throws IOException {
    StudyOutline outline;
    try (InputStream metadata = had.open()) {
      outline = StudyOutline.read(metadata, study.study());
    }
    study.metadataHad(new StudyRun.StudyMetadata(had, outline));
    if (!selection.isPartial()) {
      progress.known(study.tally().outlined(outline, selection));
    }
    if (outline.unusable() > 0) {
      study
          .tally()
          .unusable(
              Resource.studyMetadata(study.study()),
              outline.unusable() + " entries name no series or no instance that can be asked for");
    }
  }

  private WorkCursor series(StudyRun study) throws IOException {
    List<Task.Ask> extras =
        extras(study, Resource.studyMetadata(study.study()), searchesSeries(study));
    if (selection.has(Content.QIDO)) {
      extras.add(searches.instances(study, null, null));
    }
    StudyRun.StudyMetadata naming = naming(study);
    Siblings siblings = earlier.siblings();
    Task.Ask search =
        searchesSeries(study) ? searches.series(study, walks() ? siblings : null) : null;
    return new SeriesWorkCursor(
        study, naming == null ? null : naming.recorded(), extras, search, siblings, this);
  }

  /** The study's metadata, where it is to name what is below it, and was had. */
  private StudyRun.@Nullable StudyMetadata naming(StudyRun study) {
    return selection.namesBySearch() ? null : study.metadata();
  }

  /** Whether what a search finds is asked for, and not only the search. */
  private boolean walks() {
    return selection.discovery() != Discovery.WADO;
  }

  private @Nullable Siblings walked() {
    return walks() ? earlier.siblings() : null;
  }

  private boolean searchesSeries(StudyRun study) {
    return selection.has(Content.QIDO)
        || (walks() && selection.wantsSeries() && naming(study) == null && !study.isForbidden());
  }

  private boolean searchesInstances(StudyRun study, @Nullable RecordedMetadata own) {
    boolean unnamed = own == null && naming(study) == null;
    return selection.has(Content.QIDO) || (walks() && selection.wantsInstances() && unnamed);
  }

  private WorkCursor inSeries(StudyRun study, Uid series) throws IOException {
    if (!selection.has(Content.SERIES_INSTANCES)) {
      return instances(study, series);
    }
    Task.Ask files = named(study, Resource.seriesInstances(study.study(), series), true);
    return new AskCursor(WorkCursor.Level.INSTANCES, study, List.of(files));
  }

  private WorkCursor instances(StudyRun study, Uid series) throws IOException {
    Resource metadata = Resource.seriesMetadata(study.study(), series);
    RecordedMetadata own = selection.namesBySearch() ? null : earlier.metadata(metadata);
    Siblings siblings = earlier.siblings();
    Task.Ask search =
        searchesInstances(study, own)
            ? searches.instances(study, series, walks() ? siblings : null)
            : null;
    List<Task.Ask> extras = extras(study, metadata, search != null);
    InstanceWorkCursor instances =
        new InstanceWorkCursor(
            study,
            series,
            new InstanceWorkCursor.Sources(own, naming(study), search, siblings),
            extras,
            this);
    earlier.release(metadata);
    return instances;
  }

  /** What a study or series has beside what is below it, and keeps what is not asked for. */
  private List<Task.Ask> extras(StudyRun study, Resource metadata, boolean searched) {
    List<Resource> extras = new ArrayList<>();
    boolean ofStudy = metadata.kind() == ResourceKind.STUDY_METADATA;
    Content level = ofStudy ? Content.METADATA : Content.SERIES_METADATA;
    if (selection.has(level) && selection.format().hasXml()) {
      extras.add(Resource.xmlOf(metadata));
    }
    if (selection.has(Content.THUMBNAILS)) {
      extras.add(Resource.thumbnail(study.study(), metadata.series(), null));
    }
    keepUnasked(study, metadata, extras, searched);
    return new ArrayList<>(extras.stream().map(resource -> named(study, resource, false)).toList());
  }

  private void keepUnasked(
      StudyRun study, Resource metadata, List<Resource> extras, boolean searched) {
    boolean ofStudy = metadata.kind() == ResourceKind.STUDY_METADATA;
    Content files = ofStudy ? Content.STUDY_INSTANCES : Content.SERIES_INSTANCES;
    ResourceKind search = ofStudy ? ResourceKind.SERIES_SEARCH : ResourceKind.INSTANCES_SEARCH;
    String folder = Layout.folderOf(metadata);
    earlier.keepUnasked(
        study,
        List.of(folder, folder + "/_", folder + "/qido"),
        resource ->
            extras.contains(resource)
                || (resource.equals(metadata) && isAsked(study, metadata))
                || (searched && resource.kind() == search)
                || selection.asks(Content.QIDO, resource)
                || selection.asks(files, resource));
  }

  /** Whether metadata of a study or series is asked for, for itself or for what it names. */
  private boolean isAsked(StudyRun study, Resource metadata) {
    if (metadata.kind() == ResourceKind.STUDY_METADATA) {
      return !selection.namesBySearch() || selection.hasJson(Content.METADATA);
    }
    boolean names = !selection.namesBySearch() && study.metadata() == null;
    return selection.hasJson(Content.SERIES_METADATA) || (names && selection.wantsInstances());
  }

  private void named(StudyRun study, ResourceKind kind) {
    progress.known(study.tally().named(kind, 1));
  }

  private Task.Ask named(StudyRun study, Resource resource, boolean below) {
    named(study, resource.kind());
    return new Task.Ask(study, resource, null, null, below);
  }

  /** Notes which instances came together, so that only the others are asked for one by one. */
  private void come(StudyRun study, Resource files) {
    HeldEntry held = earlier.find(files);
    if (held != null) {
      Stream<InstanceUids> all = held.record().instances().stream().flatMap(Stream::ofNullable);
      study.come(all.map(InstanceUids::instance).toList());
    }
  }

  private WorkCursor instance(Task.Ask asked, @Nullable RecordedMetadata had) throws IOException {
    NamedInstance of = asked.of();
    if (of == null) {
      throw new IllegalStateException("an instance is known by the level above");
    }
    if (had == null) {
      return parts.of(asked.study(), of);
    }
    try (InputStream metadata = had.open()) {
      InstanceFacts facts = InstanceFacts.read(metadata, of.instance());
      return parts.of(asked.study(), of.with(facts, had.address()));
    }
  }

  /** Where a list of frames was not answered as such, each of them is asked for alone. */
  private @Nullable WorkCursor frames(Task.Ask asked, boolean had) {
    NamedInstance of = asked.of();
    List<Integer> frames = asked.resource().frames();
    if (of == null || frames.size() == 1) {
      return null;
    }
    if (had) {
      batchSize.taken();
      return null;
    }
    batchSize.refused(of.instance());
    int last = frames.get(frames.size() - 1);
    return parts.alone(asked.study(), of, frames.get(0), last, false);
  }
}
