package dev.dicomwebdump.testkit.server;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which requests a rule is for. Paths are those below the server's root, without query. */
@FunctionalInterface
public interface RequestMatch {

  /** Whether the request is one of them; called by several threads at once. */
  boolean matches(ReceivedRequest request);

  /** Every request. */
  static RequestMatch any() {
    return request -> true;
  }

  /** That path exactly, such as {@code /studies/2.999.1/metadata}. */
  static RequestMatch path(String path) {
    return request -> request.path().equals(path);
  }

  /** Paths with that end, such as {@code /frames/2}. */
  static RequestMatch pathEndsWith(String suffix) {
    return request -> request.path().endsWith(suffix);
  }

  /** Paths in which the regular expression is found. */
  static RequestMatch pathMatches(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return request -> pattern.matcher(request.path()).find();
  }

  /** Metadata at every level. */
  static RequestMatch metadata() {
    return pathEndsWith("/metadata");
  }

  /** Frames. */
  static RequestMatch frames() {
    return pathMatches("/frames/[^/]*$");
  }

  /** Searches at every level. */
  static RequestMatch searches() {
    return pathMatches("^/studies$|/(series|instances)$");
  }

  /** Single instances as DICOM files. */
  static RequestMatch instances() {
    return pathMatches("/instances/[^/]+$");
  }

  /** Bulk data. */
  static RequestMatch bulkData() {
    return pathMatches("/bulkdata/[^/]*$");
  }

  /** Requests whose Accept header is such; it is empty when none came. */
  static RequestMatch accept(Predicate<String> accept) {
    return request -> accept.test(request.accept());
  }

  /** Requests in which a header is such; it is null when it did not come. */
  static RequestMatch header(String name, Predicate<@Nullable String> value) {
    return request -> value.test(request.header(name));
  }

  /** Requests that are not the first on their connection. */
  static RequestMatch onReusedConnection() {
    return request -> request.exchange() > 0;
  }

  /** What both match. */
  default RequestMatch and(RequestMatch other) {
    return request -> matches(request) && other.matches(request);
  }

  /** What this does not match. */
  default RequestMatch negate() {
    return request -> !matches(request);
  }
}
