package dev.dicomwebdump.resource;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of resources of PS3.18 sections 10.4 and 10.6 that a walk asks for. */
public enum ResourceKind {
  /** The metadata of all instances of a study. */
  STUDY_METADATA("study-metadata"),
  /** The metadata of all instances of a series. */
  SERIES_METADATA("series-metadata"),
  /** The metadata of one instance. */
  INSTANCE_METADATA("instance-metadata"),
  /** The metadata of all instances of a study, as XML. */
  STUDY_METADATA_XML("study-metadata-xml"),
  /** The metadata of all instances of a series, as XML. */
  SERIES_METADATA_XML("series-metadata-xml"),
  /** The metadata of one instance, as XML. */
  INSTANCE_METADATA_XML("instance-metadata-xml"),
  /** One frame of an instance's pixel data, or several that follow each other. */
  FRAME("frame"),
  /** One instance as a DICOM file (PS3.10). */
  INSTANCE("instance"),
  /** All instances of a series as DICOM files, in one response. */
  SERIES_INSTANCES("series-instances"),
  /** All instances of a study as DICOM files, in one response. */
  STUDY_INSTANCES("study-instances"),
  /** The value of one attribute of an instance. */
  BULKDATA("bulkdata"),
  /** An instance, or one frame of it, as a picture. */
  RENDERED("rendered"),
  /** A small picture of a study, series or instance. */
  THUMBNAIL("thumbnail"),
  /** One page of a search for studies. */
  STUDIES_SEARCH("qido-studies"),
  /** One page of a search for the series of a study. */
  SERIES_SEARCH("qido-series"),
  /** One page of a search for the instances of a study or series. */
  INSTANCES_SEARCH("qido-instances");

  private static final Set<ResourceKind> METADATA =
      EnumSet.of(STUDY_METADATA, SERIES_METADATA, INSTANCE_METADATA);
  private static final Set<ResourceKind> XML =
      EnumSet.of(STUDY_METADATA_XML, SERIES_METADATA_XML, INSTANCE_METADATA_XML);
  private static final Set<ResourceKind> SEARCHES =
      EnumSet.of(STUDIES_SEARCH, SERIES_SEARCH, INSTANCES_SEARCH);
  private static final Set<ResourceKind> WITH_TRANSFER_SYNTAX =
      EnumSet.of(FRAME, INSTANCE, SERIES_INSTANCES, STUDY_INSTANCES);

  private final String published;

  ResourceKind(String published) {
    this.published = published;
  }

  /** The name in records, summaries and options. */
  public String published() {
    return published;
  }

  /**
   * Whether the resource is metadata in JSON, which names other resources and has no payload of its
   * own.
   */
  public boolean isMetadata() {
    return METADATA.contains(this);
  }

  /** Whether the resource is metadata in XML. */
  public boolean isXml() {
    return XML.contains(this);
  }

  /** Whether the resource is a page of what a search found. */
  public boolean isSearch() {
    return SEARCHES.contains(this);
  }

  /** Whether the response has a payload that is worth a file of its own. */
  public boolean hasPayload() {
    return !isMetadata() && !isXml() && !isSearch();
  }

  /** Whether the server may give the payload in one transfer syntax or another. */
  public boolean hasTransferSyntax() {
    return WITH_TRANSFER_SYNTAX.contains(this);
  }
}
