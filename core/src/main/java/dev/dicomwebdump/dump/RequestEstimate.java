package dev.dicomwebdump.dump;

import dev.dicomwebdump.resource.ResourceKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates how many requests a run makes, by what is selected and how much of it there is.
 *
 * @param selection what of each study is wanted
 * @param extent how much of it there is
 * @param searched how many pages the searches for studies have
 */
record RequestEstimate(Selection selection, StudyExtent extent, long searched) {

  /** The last page of a search is told by one more, which brings nothing. */
  private static final int REQUESTS_OF_A_SEARCH = 2;

  /** The requests for each kind of resource that any are made for. */
  Map<ResourceKind, Long> requests() {
    Map<ResourceKind, Long> requests = new EnumMap<>(ResourceKind.class);
    requests.put(ResourceKind.STUDIES_SEARCH, searched);
    addMetadata(requests);
    addFiles(requests);
    addPictures(requests);
    addSearches(requests);
    requests.values().removeIf(number -> number == 0);
    return requests;
  }

  private void addMetadata(Map<ResourceKind, Long> requests) {
    boolean study = !selection.namesBySearch() || selection.hasJson(Content.METADATA);
    boolean xml = selection.format().hasXml();
    requests.put(ResourceKind.STUDY_METADATA, study ? extent.studies() : 0);
    requests.put(
        ResourceKind.SERIES_METADATA,
        selection.hasJson(Content.SERIES_METADATA) ? extent.series() : 0);
    requests.put(
        ResourceKind.INSTANCE_METADATA,
        selection.hasJson(Content.INSTANCE_METADATA) ? extent.instances() : 0);
    put(requests, xml, Content.METADATA, ResourceKind.STUDY_METADATA_XML, extent.studies());
    put(requests, xml, Content.SERIES_METADATA, ResourceKind.SERIES_METADATA_XML, extent.series());
    put(
        requests,
        xml,
        Content.INSTANCE_METADATA,
        ResourceKind.INSTANCE_METADATA_XML,
        extent.instances());
  }

  private void addFiles(Map<ResourceKind, Long> requests) {
    put(requests, true, Content.FRAMES, ResourceKind.FRAME, extent.frameRequests());
    put(requests, true, Content.INSTANCES, ResourceKind.INSTANCE, extent.instances());
    put(requests, true, Content.SERIES_INSTANCES, ResourceKind.SERIES_INSTANCES, extent.series());
    put(requests, true, Content.STUDY_INSTANCES, ResourceKind.STUDY_INSTANCES, extent.studies());
  }

  private void addPictures(Map<ResourceKind, Long> requests) {
    long rendered = extent.images() + extent.pictures();
    long thumbnails = extent.studies() + extent.series() + extent.images();
    put(requests, true, Content.RENDERED, ResourceKind.RENDERED, rendered);
    put(requests, true, Content.THUMBNAILS, ResourceKind.THUMBNAIL, thumbnails);
  }

  private void addSearches(Map<ResourceKind, Long> requests) {
    boolean dumped = selection.has(Content.QIDO);
    boolean names = selection.namesBySearch();
    boolean ofSeries = dumped || (names && selection.wantsInstances());
    long instanceSearches = (dumped ? extent.studies() : 0) + (ofSeries ? extent.series() : 0);
    boolean searchesSeries = dumped || (names && selection.wantsSeries());
    requests.put(
        ResourceKind.SERIES_SEARCH, searchesSeries ? REQUESTS_OF_A_SEARCH * extent.studies() : 0);
    requests.put(ResourceKind.INSTANCES_SEARCH, REQUESTS_OF_A_SEARCH * instanceSearches);
  }

  private void put(
      Map<ResourceKind, Long> requests,
      boolean asked,
      Content content,
      ResourceKind kind,
      long number) {
    requests.put(kind, asked && selection.has(content) ? number : 0);
  }

  /** What is left out, a line each. */
  List<String> unknown() {
    List<String> unknown = new ArrayList<>();
    if (selection.wantsPixels() && extent.untold() > 0) {
      unknown.add(
          "frames of %d instances, of which none are told: they have none, or the server does not"
                  .formatted(extent.untold())
              + " say it");
    }
    if (selection.has(Content.BULKDATA)) {
      unknown.add("bulk data, of which only metadata tells");
    }
    unknown.add("retries, redirects and requests with another Accept");
    return unknown;
  }
}
