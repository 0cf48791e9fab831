package dev.dicomwebdump.resource;

/** The kinds of resources of PS3.18 section 10.4 that a walk asks for. */
public enum ResourceKind {
  /** The metadata of all instances of a study. */
  STUDY_METADATA("study-metadata"),
  /** The metadata of all instances of a series. */
  SERIES_METADATA("series-metadata"),
  /** The metadata of one instance. */
  INSTANCE_METADATA("instance-metadata"),
  /** One frame of an instance's pixel data. */
  FRAME("frame"),
  /** One instance as a DICOM file (PS3.10). */
  INSTANCE("instance");

  private final String published;

  ResourceKind(String published) {
    this.published = published;
  }

  /** The name in records, summaries and options. */
  public String published() {
    return published;
  }

  /**
   * Whether the resource is metadata, which names other resources and has no payload of its own.
   */
  public boolean isMetadata() {
    return this == STUDY_METADATA || this == SERIES_METADATA || this == INSTANCE_METADATA;
  }
}
