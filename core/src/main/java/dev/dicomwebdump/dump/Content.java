package dev.dicomwebdump.dump;

import dev.dicomwebdump.resource.ResourceKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a dump can be asked to hold. */
public enum Content {
  /** Study metadata. */
  METADATA("metadata", ResourceKind.STUDY_METADATA, ResourceKind.STUDY_METADATA_XML),
  /** Metadata of each series. */
  SERIES_METADATA(
      "series-metadata", ResourceKind.SERIES_METADATA, ResourceKind.SERIES_METADATA_XML),
  /** Metadata of each instance. */
  INSTANCE_METADATA(
      "instance-metadata", ResourceKind.INSTANCE_METADATA, ResourceKind.INSTANCE_METADATA_XML),
  /** Frames. */
  FRAMES("frames", ResourceKind.FRAME),
  /** Each instance as a DICOM file. */
  INSTANCES("instances", ResourceKind.INSTANCE),
  /** The DICOM files of each series, in one response. */
  SERIES_INSTANCES("series-instances", ResourceKind.SERIES_INSTANCES),
  /** The DICOM files of the study, in one response. */
  STUDY_INSTANCES("study-instances", ResourceKind.STUDY_INSTANCES),
  /** Values that metadata says are elsewhere. */
  BULKDATA("bulkdata", ResourceKind.BULKDATA),
  /** Each instance, and each frame of several, as a picture. */
  RENDERED("rendered", ResourceKind.RENDERED),
  /** Small pictures of the study, its series and instances. */
  THUMBNAILS("thumbnails", ResourceKind.THUMBNAIL),
  /** The searches for the series of the study, and for the instances of it and of each series. */
  QIDO("qido", ResourceKind.SERIES_SEARCH, ResourceKind.INSTANCES_SEARCH);

  /** What a plain dump holds. */
  public static final Set<Content> PLAIN =
      Set.of(METADATA, SERIES_METADATA, INSTANCE_METADATA, FRAMES, BULKDATA);

  private final String published;
  private final ResourceKind first;
  private final @Nullable ResourceKind second;

  Content(String published, ResourceKind kind) {
    this(published, kind, null);
  }

  Content(String published, ResourceKind first, @Nullable ResourceKind second) {
    this.published = published;
    this.first = first;
    this.second = second;
  }

  /** The name in options and summaries. */
  public String published() {
    return published;
  }

  /** Whether resources of the kind belong to it. */
  boolean has(ResourceKind kind) {
    return kind == first || kind == second;
  }
}
