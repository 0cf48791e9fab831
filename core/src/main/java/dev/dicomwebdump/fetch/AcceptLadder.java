package dev.dicomwebdump.fetch;

import dev.dicomwebdump.resource.BulkValue;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.List;
import java.util.OptionalInt;

/**
 * The Accept headers for one kind of resource, best first: PS3.18 section 8.7. No single one works
 * on every server, and each holds one media range only, since some servers take no more. Immutable.
 */
final class AcceptLadder {

  private static final String SYNTAX = "; transfer-syntax=";
  private static final AcceptLadder METADATA = new AcceptLadder(List.of("application/dicom+json"));
  private static final AcceptLadder XML =
      new AcceptLadder(List.of("multipart/related; type=\"application/dicom+xml\""));
  private static final AcceptLadder SEARCH =
      new AcceptLadder(List.of("application/dicom+json", "application/json"));
  private static final AcceptLadder BULKDATA =
      new AcceptLadder(
          List.of(
              "multipart/related; type=\"application/octet-stream\"",
              "application/octet-stream",
              "*/*"));
  private static final AcceptLadder PICTURE =
      new AcceptLadder(List.of("image/jpeg", "image/png", "*/*"));

  private final List<String> steps;

  private AcceptLadder(List<String> steps) {
    this.steps = List.copyOf(steps);
  }

  /** The ladder for a resource. */
  static AcceptLadder of(Resource resource, AcceptSettings settings) {
    boolean byItself = resource.bulk() != null && !settings.given().containsKey(resource.kind());
    return byItself ? bulkdata(resource.requireBulk()) : of(resource.kind(), settings);
  }

  /** The ladder for all resources of a kind; of bulk data, for values that tell no type. */
  static AcceptLadder of(ResourceKind kind, AcceptSettings settings) {
    String given = settings.given().get(kind);
    return given == null ? of(kind, settings.transferSyntax()) : new AcceptLadder(List.of(given));
  }

  private static AcceptLadder of(ResourceKind kind, WantedSyntax syntax) {
    return switch (kind) {
      case STUDY_METADATA, SERIES_METADATA, INSTANCE_METADATA -> METADATA;
      case STUDY_METADATA_XML, SERIES_METADATA_XML, INSTANCE_METADATA_XML -> XML;
      case STUDIES_SEARCH, SERIES_SEARCH, INSTANCES_SEARCH -> SEARCH;
      case INSTANCE, SERIES_INSTANCES, STUDY_INSTANCES -> payload("application/dicom", syntax);
      case FRAME -> payload("application/octet-stream", syntax);
      case BULKDATA -> BULKDATA;
      case RENDERED, THUMBNAIL -> PICTURE;
    };
  }

  /** How many steps there are; at least 1. */
  int steps() {
    return steps.size();
  }

  /** The header's value on a step; steps count from 0. */
  String accept(int step) {
    return steps.get(step);
  }

  /** Whether a step has that header. */
  boolean has(String accept) {
    return steps.contains(accept);
  }

  /** The step to try after one was refused with that status; empty when there is none. */
  OptionalInt below(int step, int status) {
    if (status == 500 && namesTransferSyntax(step)) {
      return firstWithoutTransferSyntax(step + 1);
    }
    boolean refused =
        status == 406 || status == 415 || (status == 400 && namesTransferSyntax(step));
    return refused && step + 1 < steps.size() ? OptionalInt.of(step + 1) : OptionalInt.empty();
  }

  private OptionalInt firstWithoutTransferSyntax(int from) {
    for (int step = from; step < steps.size(); step++) {
      if (!namesTransferSyntax(step)) {
        return OptionalInt.of(step);
      }
    }
    return OptionalInt.empty();
  }

  private boolean namesTransferSyntax(int step) {
    return steps.get(step).contains(SYNTAX);
  }

  /** Before anything at all, the type that the value has by its own instance. */
  private static AcceptLadder bulkdata(BulkValue value) {
    return value.mediaType() == null
        ? BULKDATA
        : new AcceptLadder(
            List.of(BULKDATA.accept(0), BULKDATA.accept(1), value.mediaType(), BULKDATA.accept(2)));
  }

  /** Who names one transfer syntax must not silently get another. */
  private static AcceptLadder payload(String type, WantedSyntax syntax) {
    String quoted = "multipart/related; type=\"" + type + "\"";
    String unquoted = "multipart/related; type=" + type;
    if (syntax.equals(WantedSyntax.SERVERS_DEFAULT)) {
      return new AcceptLadder(List.of(quoted, type, "*/*"));
    }
    String named = SYNTAX + syntax;
    return new AcceptLadder(
        syntax.isOne()
            ? List.of(quoted + named, unquoted + named, type + named)
            : List.of(quoted + named, quoted, unquoted + named, type + named, type, "*/*"));
  }
}
