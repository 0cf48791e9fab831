package dev.dicomwebdump.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the path of a resource below the server's root. */
final class ResourcePath {

  /** Room for three UIDs, the words around them and a frame's number. */
  private static final int MOST_CHARACTERS = 240;

  private ResourcePath() {}

  static String of(Resource resource) {
    StringBuilder path = new StringBuilder(MOST_CHARACTERS).append("/studies");
    append(path, "/", resource.study());
    append(path, "/series/", resource.series());
    append(path, "/instances/", resource.instance());
    append(path, resource.frames());
    return path.append(end(resource)).toString();
  }

  private static void append(StringBuilder path, String before, @Nullable Uid uid) {
    if (uid != null) {
      path.append(before).append(uid.value());
    }
  }

  private static void append(StringBuilder path, List<Integer> frames) {
    String before = "/frames/";
    for (int number : frames) {
      path.append(before).append(number);
      before = ",";
    }
  }

  private static String end(Resource resource) {
    return switch (resource.kind()) {
      case STUDY_METADATA, SERIES_METADATA, INSTANCE_METADATA -> "/metadata";
      case STUDY_METADATA_XML, SERIES_METADATA_XML, INSTANCE_METADATA_XML -> "/metadata";
      case RENDERED -> "/rendered";
      case THUMBNAIL -> "/thumbnail";
      case SERIES_SEARCH -> "/series";
      case INSTANCES_SEARCH -> "/instances";
      case BULKDATA -> "/bulkdata/" + resource.requireBulk().attribute();
      case FRAME, INSTANCE, SERIES_INSTANCES, STUDY_INSTANCES, STUDIES_SEARCH -> "";
    };
  }
}
