package dev.dicomwebdump.archive;

import dev.dicomwebdump.resource.AttributePath;
import dev.dicomwebdump.resource.BulkValue;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.SearchPage;
import dev.dicomwebdump.resource.Uid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the member {@code resource} of a record back. */
final class ResourceReader {

  private final JsonObject told;
  private final URI url;

  /**
   * @param told the member
   * @param url where the resource was asked for first
   */
  ResourceReader(JsonObject told, URI url) {
    this.told = told;
    this.url = url;
  }

  /**
   * The resource.
   *
   * @throws FormatException when its members do not fit its kind
   */
  Resource read() throws FormatException {
    Resource resource =
        new Resource(
            told.published("kind", ResourceKind.values(), ResourceKind::published),
            uid("study"),
            uid("series"),
            uid("instance"),
            told.numbers("frames"),
            bulk(),
            page());
    if (!isInPlace(resource.kind(), resource.study(), resource.series(), resource.instance())
        || !hasItsMembers(resource)) {
      throw new FormatException("the resource's members do not fit its kind");
    }
    return resource;
  }

  /** Whether it has the UIDs that its kind has, and no others. */
  static boolean isInPlace(
      ResourceKind kind, @Nullable Uid inStudy, @Nullable Uid inSeries, @Nullable Uid inInstance) {
    boolean study = inStudy != null;
    boolean series = inSeries != null;
    boolean instance = inInstance != null;
    return switch (kind) {
      case STUDIES_SEARCH -> !study && !series && !instance;
      case STUDY_METADATA, STUDY_METADATA_XML, STUDY_INSTANCES, SERIES_SEARCH ->
          study && !series && !instance;
      case SERIES_METADATA, SERIES_METADATA_XML, SERIES_INSTANCES -> study && series && !instance;
      case INSTANCES_SEARCH -> study && !instance;
      case THUMBNAIL -> study && (series || !instance);
      case INSTANCE_METADATA, INSTANCE_METADATA_XML, INSTANCE, FRAME, BULKDATA, RENDERED ->
          study && series && instance;
    };
  }

  private static boolean hasItsMembers(Resource resource) {
    ResourceKind kind = resource.kind();
    return haveOrder(resource.frames())
        && mayHaveFrames(kind, resource.frames().size())
        && (resource.bulk() != null) == (kind == ResourceKind.BULKDATA)
        && (resource.page() != null) == kind.isSearch();
  }

  private static boolean mayHaveFrames(ResourceKind kind, int frames) {
    return switch (kind) {
      case FRAME -> frames > 0;
      case RENDERED -> frames <= 1;
      default -> frames == 0;
    };
  }

  private static boolean haveOrder(List<Integer> frames) {
    for (int i = 1; i < frames.size(); i++) {
      if (frames.get(i) != frames.get(i - 1) + 1) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Uid uid(String name) throws FormatException {
    String uid = told.stringOrNull(name);
    return uid == null ? null : new Uid(uid);
  }

  private @Nullable BulkValue bulk() throws FormatException {
    String attribute = told.stringOrNull("attribute");
    return attribute == null
        ? null
        : new BulkValue(new AttributePath(attribute), told.string("uri"), url, null);
  }

  private @Nullable SearchPage page() throws FormatException {
    if (told.isNull("page")) {
      return null;
    }
    String uri = told.string("uri");
    int query = uri.indexOf('?');
    return new SearchPage(
        Math.toIntExact(told.whole("page", 1)), query < 0 ? "" : uri.substring(query + 1));
  }
}
