package dev.dicomwebdump.resource;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a DICOMweb server can be asked for. Immutable; made by the factory methods, which
 * see to it that the UIDs fit the kind.
 *
 * @param kind what it is
 * @param study the study it belongs to
 * @param series its series; null for study-level kinds
 * @param instance its instance; null for study- and series-level kinds
 * @param frames the numbers of its frames, from 1; empty unless the kind is {@link
 *     ResourceKind#FRAME}
 */
public record Resource(
    ResourceKind kind,
    Uid study,
    @Nullable Uid series,
    @Nullable Uid instance,
    List<Integer> frames) {

  public Resource {
    frames = List.copyOf(frames);
  }

  /** {@code /studies/S/metadata}. */
  public static Resource studyMetadata(Uid study) {
    return new Resource(ResourceKind.STUDY_METADATA, study, null, null, List.of());
  }

  /** {@code /studies/S/series/R/metadata}. */
  public static Resource seriesMetadata(Uid study, Uid series) {
    return new Resource(ResourceKind.SERIES_METADATA, study, series, null, List.of());
  }

  /** {@code /studies/S/series/R/instances/I/metadata}. */
  public static Resource instanceMetadata(Uid study, Uid series, Uid instance) {
    return new Resource(ResourceKind.INSTANCE_METADATA, study, series, instance, List.of());
  }

  /** {@code /studies/S/series/R/instances/I}, the DICOM file. */
  public static Resource instance(Uid study, Uid series, Uid instance) {
    return new Resource(ResourceKind.INSTANCE, study, series, instance, List.of());
  }

  /**
   * {@code /studies/S/series/R/instances/I/frames/N}.
   *
   * @param number the frame's number, from 1
   */
  public static Resource frame(Uid study, Uid series, Uid instance, int number) {
    if (number < 1) {
      throw new IllegalArgumentException("frames are numbered from 1: " + number);
    }
    return new Resource(ResourceKind.FRAME, study, series, instance, List.of(number));
  }

  /** The series of a resource that lies in one. */
  public Uid requireSeries() {
    return Objects.requireNonNull(series, "a study-level resource has no series");
  }

  /** The instance of a resource that lies in one. */
  public Uid requireInstance() {
    return Objects.requireNonNull(instance, "only instance-level resources have an instance");
  }

  /** The path below the server's root, beginning with {@code /studies}. */
  public String path() {
    StringBuilder path = new StringBuilder("/studies/").append(study);
    if (series != null) {
      path.append("/series/").append(series);
    }
    if (instance != null) {
      path.append("/instances/").append(instance);
    }
    if (kind.isMetadata()) {
      path.append("/metadata");
    } else if (kind == ResourceKind.FRAME) {
      path.append("/frames/").append(frames.get(0));
    }
    return path.toString();
  }

  @Override
  public String toString() {
    return path();
  }
}
