package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.SearchPage;
import dev.dicomwebdump.resource.Uid;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path of a URL below a root, read: PS3.18 sections 10.4.1 and 10.6.1. Immutable.
 *
 * @param resource what it names; null when it is none of the resources that have an address of
 *     their own
 * @param instance the instance that it lies below; null for none
 */
record RequestPath(@Nullable Resource resource, @Nullable Resource instance) {

  private static final int MOST_FRAMES = 10_000;

  private static final String UID = "(" + Uid.PATTERN + ")";
  private static final Pattern FORM =
      Pattern.compile(
          "/studies(?:/" + UID + "(?:/series/" + UID + "(?:/instances/" + UID + ")?)?)?(/.*)?");
  private static final Pattern IN_ALL_STUDIES = Pattern.compile("/(series|instances)/?");
  private static final Pattern FRAMES = Pattern.compile("/frames/([0-9,]{1,100000})(/rendered)?");
  private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]{0,8}(,[1-9][0-9]{0,8})*");

  /** Whether a path may name a resource: it begins with {@code /studies}, or is a search in all. */
  static boolean isBelowRoot(String path) {
    return path.startsWith("/studies") || IN_ALL_STUDIES.matcher(path).matches();
  }

  /** Reads a path below a root; commas may be encoded. */
  static RequestPath of(String path) {
    Matcher inAll = IN_ALL_STUDIES.matcher(path);
    if (inAll.matches()) {
      boolean series = inAll.group(1).equals("series");
      ResourceKind kind = series ? ResourceKind.SERIES_SEARCH : ResourceKind.INSTANCES_SEARCH;
      return new RequestPath(of(kind, null, null, null), null);
    }
    Matcher found = FORM.matcher(path.replaceAll("(?i)%2C", ","));
    if (!found.matches()) {
      return new RequestPath(null, null);
    }
    Uid study = Uid.orNull(found.group(1));
    Uid series = Uid.orNull(found.group(2));
    Uid instance = Uid.orNull(found.group(3));
    String rest = found.group(4) == null ? "" : withoutLastSlash(found.group(4));
    Resource below =
        study == null || series == null || instance == null
            ? null
            : Resource.instance(study, series, instance);
    return new RequestPath(resource(study, series, instance, rest), below);
  }

  private static @Nullable Resource resource(
      @Nullable Uid study, @Nullable Uid series, @Nullable Uid instance, String rest) {
    if (study == null) {
      return rest.isEmpty() ? of(ResourceKind.STUDIES_SEARCH, null, null, null) : null;
    }
    return switch (rest) {
      case "" -> of(files(series, instance), study, series, instance);
      case "/metadata" -> of(metadata(series, instance), study, series, instance);
      case "/rendered" ->
          instance == null ? null : of(ResourceKind.RENDERED, study, series, instance);
      case "/thumbnail" -> of(ResourceKind.THUMBNAIL, study, series, instance);
      case "/series" -> series == null ? of(ResourceKind.SERIES_SEARCH, study, null, null) : null;
      case "/instances" ->
          instance == null ? of(ResourceKind.INSTANCES_SEARCH, study, series, null) : null;
      default -> instance == null ? null : frames(study, series, instance, rest);
    };
  }

  private static ResourceKind files(@Nullable Uid series, @Nullable Uid instance) {
    return instance != null
        ? ResourceKind.INSTANCE
        : series != null ? ResourceKind.SERIES_INSTANCES : ResourceKind.STUDY_INSTANCES;
  }

  private static ResourceKind metadata(@Nullable Uid series, @Nullable Uid instance) {
    return instance != null
        ? ResourceKind.INSTANCE_METADATA
        : series != null ? ResourceKind.SERIES_METADATA : ResourceKind.STUDY_METADATA;
  }

  private static Resource of(
      ResourceKind kind, @Nullable Uid study, @Nullable Uid series, @Nullable Uid instance) {
    SearchPage page = kind.isSearch() ? new SearchPage(1, "") : null;
    return new Resource(kind, study, series, instance, List.of(), null, page);
  }

  private static @Nullable Resource frames(
      Uid study, @Nullable Uid series, Uid instance, String rest) {
    Matcher found = FRAMES.matcher(rest);
    if (!found.matches() || !NUMBERS.matcher(found.group(1)).matches()) {
      return null;
    }
    List<Integer> numbers = new ArrayList<>();
    for (String number : found.group(1).split(",", -1)) {
      numbers.add(Integer.valueOf(number));
    }
    boolean rendered = found.group(2) != null;
    if (numbers.size() > (rendered ? 1 : MOST_FRAMES)) {
      return null;
    }
    ResourceKind kind = rendered ? ResourceKind.RENDERED : ResourceKind.FRAME;
    return new Resource(kind, study, series, instance, numbers, null, null);
  }

  private static String withoutLastSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
