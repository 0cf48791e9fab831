package dev.dicomwebdump.resource;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a DICOMweb server can be asked for. Immutable; made by the factory methods, which
 * see to it that the members fit the kind.
 *
 * @param kind what it is
 * @param study the study it belongs to; null for a search for studies
 * @param series its series; null where it belongs to none
 * @param instance its instance; null where it belongs to none
 * @param frames the numbers of its frames, from 1, one after another; empty unless the kind is
 *     {@link ResourceKind#FRAME}, or {@link ResourceKind#RENDERED} for one frame
 * @param bulk the value; null unless the kind is {@link ResourceKind#BULKDATA}
 * @param page the page; null unless the kind is a search
 */
public record Resource(
    ResourceKind kind,
    @Nullable Uid study,
    @Nullable Uid series,
    @Nullable Uid instance,
    List<Integer> frames,
    @Nullable BulkValue bulk,
    @Nullable SearchPage page) {

  public Resource {
    frames = List.copyOf(frames);
  }

  private static Resource of(
      ResourceKind kind,
      Uid study,
      @Nullable Uid series,
      @Nullable Uid instance,
      List<Integer> frames) {
    return new Resource(kind, study, series, instance, frames, null, null);
  }

  /** {@code /studies/S/metadata}. */
  public static Resource studyMetadata(Uid study) {
    return of(ResourceKind.STUDY_METADATA, study, null, null, List.of());
  }

  /** {@code /studies/S/series/R/metadata}. */
  public static Resource seriesMetadata(Uid study, Uid series) {
    return of(ResourceKind.SERIES_METADATA, study, series, null, List.of());
  }

  /** {@code /studies/S/series/R/instances/I/metadata}. */
  public static Resource instanceMetadata(Uid study, Uid series, Uid instance) {
    return of(ResourceKind.INSTANCE_METADATA, study, series, instance, List.of());
  }

  /**
   * The same metadata as XML.
   *
   * @param metadata metadata in JSON
   */
  public static Resource xmlOf(Resource metadata) {
    ResourceKind kind =
        switch (metadata.kind) {
          case STUDY_METADATA -> ResourceKind.STUDY_METADATA_XML;
          case SERIES_METADATA -> ResourceKind.SERIES_METADATA_XML;
          case INSTANCE_METADATA -> ResourceKind.INSTANCE_METADATA_XML;
          default -> throw new IllegalArgumentException("no metadata: " + metadata);
        };
    return of(kind, metadata.requireStudy(), metadata.series, metadata.instance, List.of());
  }

  /** {@code /studies/S/series/R/instances/I}, the DICOM file. */
  public static Resource instance(Uid study, Uid series, Uid instance) {
    return of(ResourceKind.INSTANCE, study, series, instance, List.of());
  }

  /** {@code /studies/S/series/R}, the DICOM files of a series. */
  public static Resource seriesInstances(Uid study, Uid series) {
    return of(ResourceKind.SERIES_INSTANCES, study, series, null, List.of());
  }

  /** {@code /studies/S}, the DICOM files of a study. */
  public static Resource studyInstances(Uid study) {
    return of(ResourceKind.STUDY_INSTANCES, study, null, null, List.of());
  }

  /**
   * {@code /studies/S/series/R/instances/I/frames/N}.
   *
   * @param number the frame's number, from 1
   */
  public static Resource frame(Uid study, Uid series, Uid instance, int number) {
    return frames(study, series, instance, number, number);
  }

  /**
   * {@code /studies/S/series/R/instances/I/frames/N,N+1,…}: frames that follow each other, in one
   * response.
   *
   * @param first the first frame's number, from 1
   * @param last the last frame's number
   */
  public static Resource frames(Uid study, Uid series, Uid instance, int first, int last) {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("frames are numbered from 1: " + first + " to " + last);
    }
    return of(ResourceKind.FRAME, study, series, instance, numbers(first, last));
  }

  private static List<Integer> numbers(int first, int last) {
    return first == last ? List.of(first) : IntStream.rangeClosed(first, last).boxed().toList();
  }

  /** The value of an attribute of an instance, at its own address. */
  public static Resource bulkdata(Uid study, Uid series, Uid instance, BulkValue bulk) {
    return new Resource(ResourceKind.BULKDATA, study, series, instance, List.of(), bulk, null);
  }

  /** {@code /studies/S/series/R/instances/I/rendered}. */
  public static Resource rendered(Uid study, Uid series, Uid instance) {
    return of(ResourceKind.RENDERED, study, series, instance, List.of());
  }

  /**
   * {@code /studies/S/series/R/instances/I/frames/N/rendered}.
   *
   * @param number the frame's number, from 1
   */
  public static Resource renderedFrame(Uid study, Uid series, Uid instance, int number) {
    Resource frame = frame(study, series, instance, number);
    return of(ResourceKind.RENDERED, study, series, instance, frame.frames);
  }

  /**
   * {@code …/thumbnail} of a study, series or instance.
   *
   * @param series null for that of the study
   * @param instance null for that of the study or series
   */
  public static Resource thumbnail(Uid study, @Nullable Uid series, @Nullable Uid instance) {
    return of(ResourceKind.THUMBNAIL, study, series, instance, List.of());
  }

  /** {@code /studies?…}: a page of a search for studies. */
  public static Resource studiesSearch(SearchPage page) {
    return new Resource(ResourceKind.STUDIES_SEARCH, null, null, null, List.of(), null, page);
  }

  /** {@code /studies/S/series?…}: a page of a search for the series of a study. */
  public static Resource seriesSearch(Uid study, SearchPage page) {
    return new Resource(ResourceKind.SERIES_SEARCH, study, null, null, List.of(), null, page);
  }

  /**
   * {@code /studies/S/instances?…} or {@code /studies/S/series/R/instances?…}: a page of a search
   * for instances.
   *
   * @param series null for those of the whole study
   */
  public static Resource instancesSearch(Uid study, @Nullable Uid series, SearchPage page) {
    return new Resource(ResourceKind.INSTANCES_SEARCH, study, series, null, List.of(), null, page);
  }

  /** The study of a resource that lies in one. */
  public Uid requireStudy() {
    return Objects.requireNonNull(study, "a search for studies has no study");
  }

  /** The series of a resource that lies in one. */
  public Uid requireSeries() {
    return Objects.requireNonNull(series, "a study-level resource has no series");
  }

  /** The instance of a resource that lies in one. */
  public Uid requireInstance() {
    return Objects.requireNonNull(instance, "only instance-level resources have an instance");
  }

  /** The value of a resource that is one. */
  public BulkValue requireBulk() {
    return Objects.requireNonNull(bulk, "only bulk data has a value");
  }

  /** The page of a search. */
  public SearchPage requirePage() {
    return Objects.requireNonNull(page, "only a search has pages");
  }

  /**
   * The address below the server's root, beginning with {@code /studies}; that of bulk data as it
   * stood in the metadata.
   */
  public String address() {
    if (bulk != null) {
      return bulk.uri();
    }
    return page == null || page.query().isEmpty() ? path() : path() + "?" + page.query();
  }

  /** The path below the server's root, without a query; of bulk data, a name and no address. */
  public String path() {
    return ResourcePath.of(this);
  }

  // By hand, like hashCode: Java makes those of a record anew in each run.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Resource that
        && kind == that.kind
        && Objects.equals(study, that.study)
        && Objects.equals(series, that.series)
        && Objects.equals(instance, that.instance)
        && frames.equals(that.frames)
        && Objects.equals(bulk, that.bulk)
        && Objects.equals(page, that.page);
  }

  /** Tells apart what a run has in hand together. */
  @Override
  public int hashCode() {
    int hash = 31 * kind.hashCode() + (series == null ? 0 : series.hashCode());
    hash = 31 * hash + (instance == null ? 0 : instance.hashCode());
    hash = 31 * hash + (frames.isEmpty() ? 0 : frames.get(0));
    hash = 31 * hash + (bulk == null ? 0 : bulk.hashCode());
    return 31 * hash + (page == null ? 0 : page.number());
  }

  @Override
  public String toString() {
    return bulk == null ? address() : path();
  }
}
